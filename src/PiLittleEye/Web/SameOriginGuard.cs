using PiLittleEye.Problems;

namespace PiLittleEye.Web;

/// <summary>
/// Refuses changes that another site's page makes a signed-in browser send. Programs send neither header and are not concerned:
/// they have no cookie that somebody else could use.
/// </summary>
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
