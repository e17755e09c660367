using System.Security.Claims;
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
            ? callers.Find(context.Connection.RemoteIpAddress)
            : null;
}
