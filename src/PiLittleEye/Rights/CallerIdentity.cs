using System.Security.Claims;

namespace PiLittleEye.Rights;

/// <summary>A <see cref="Caller"/> as the framework carries whoever asks.</summary>
internal sealed class CallerIdentity(Caller caller)
    : ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], authenticationType: caller.Kind.ToString())
{
    public Caller Caller { get; } = caller;
}
