using PiLittleEye.Problems;

namespace PiLittleEye.Web;

/// <summary>
/// Refuses changes that another site's page makes a signed-in browser send. Programs send neither header and are not concerned:
/// they have no cookie that somebody else could use.
/// </summary>
/// <remarks>
/// Why this is enough, and no token is hidden in the page: each browser of the last three years says with Sec-Fetch-Site where a request
/// comes from, and no script can change that; older ones say Origin with everything that is no GET. One that said neither would still not
/// send the cookie from another site (SameSite), and could not send JSON from there without asking first, which nobody here answers. A token
/// would add a state to lose and protect from nothing more. It looks at every method but GET and HEAD, before any route is chosen: a new
/// route cannot forget it. So no GET may change anything that matters.
/// </remarks>
internal static class SameOriginGuard
{
    public static IApplicationBuilder UseSameOriginGuard(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                IsChange(context.Request.Method) && !IsSameOrigin(context.Request)
                    ? Problem
                        .Of(403, "other-origin", "Request from another site", "Changes are only taken from this camera's own page.")
                        .ExecuteAsync(context)
                    : next(context)
        );

    private static bool IsChange(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
