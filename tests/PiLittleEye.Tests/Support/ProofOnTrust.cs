using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Support;

/// <summary>For tests of what an administrator does, not of how that one proved who it is. To be called before the first request.</summary>
internal static class ProofOnTrust
{
    public static void TakeProofOnTrust(this PiLittleEyeApplication application)
    {
        var rules = application.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value;
        rules.AddPolicy(Policies.RecentAdministrator, rules.GetPolicy(Policies.Administrator)!);
    }
}
