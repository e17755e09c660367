using System.Security.Claims;

namespace PiLittleEye.Rights;

internal static class CallerExtensions
{
    /// <summary>Who asks; null for a stranger.</summary>
    public static Caller? FindCaller(this ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;

    /// <summary>Who asks, where strangers do not come.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets strangers in.</exception>
    public static Caller Caller(this ClaimsPrincipal user) =>
        user.FindCaller() ?? throw new InvalidOperationException("This endpoint lets strangers in; it cannot ask who they are.");
}
