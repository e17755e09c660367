using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>
/// Counts keys and tickets that open nothing, by address. Only they have to wait, and are counted apart from sign-ins: a printer that asks
/// with a revoked key every second must not shut out its neighbours, who share its address. A right one cannot have been guessed.
/// </summary>
internal sealed class WrongKeys(AttemptThrottle throttle, KeyTrail trail)
{
    public Credential Refuse(HttpContext context, ProblemHttpResult refusal)
    {
        var from = AttemptThrottle.KeyOf(context.Connection.RemoteIpAddress);
        var wait = throttle.Admit($"key {from}");
        if (wait > TimeSpan.Zero)
        {
            return Credential.Refused(KeyRefusals.TooManyWrong((int)Math.Ceiling(wait.TotalSeconds)), wait);
        }

        // No more often than it is counted: twenty times an hour.
        trail.Refused(from);
        return Credential.Refused(refusal);
    }
}
