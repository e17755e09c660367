using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using PiLittleEye.Rights;

namespace PiLittleEye.AccessLists;

/// <summary>Behind authentication: whoever proved nothing may be in a network that may watch. And tells of everybody where it asks from.</summary>
internal static class HomeNetworkGuest
{
    public static IApplicationBuilder UseHomeNetworks(this IApplicationBuilder app)
    {
        var callers = app.ApplicationServices.GetRequiredService<HomeNetworkCallers>();
        return app.Use(
            (context, next) =>
            {
                var address = context.Connection.RemoteIpAddress;
                var caller = context.User.FindCaller() is { } known ? known with { Address = address } : Guest(context, callers);
                if (caller is not null)
                {
                    context.User = new ClaimsPrincipal(new CallerIdentity(caller));
                }

                return next(context);
            }
        );
    }

    private static Caller? Guest(HttpContext context, HomeNetworkCallers callers) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HomeNetworkAccess>() is not null
        && context.Features.Get<Arrival>() is { IsCertain: true }
        && !HasShownSomething(context)
            ? callers.Find(context.Connection.RemoteIpAddress)
            : null;

    // A wrong key must be seen to be wrong, and not work at home and nowhere else. A cookie is no such thing: browsers send one that has
    // ended unasked, and whoever was signed in once may watch like everybody at home.
    private static bool HasShownSomething(HttpContext context) =>
        context.Features.Get<Credential>() is not null || context.Request.Headers.ContainsKey(HeaderNames.Authorization);
}
