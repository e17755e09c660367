using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Audit;
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
        var from = context.Connection.RemoteIpAddress;
        context.MarkTold();
        var wait = throttle.Admit($"key {AttemptThrottle.KeyOf(from)}");
        trail.Refused(from, isNews: wait == TimeSpan.Zero);
        return wait > TimeSpan.Zero
            ? Credential.Refused(KeyRefusals.TooManyWrong((int)Math.Ceiling(wait.TotalSeconds)), wait)
            : Credential.Refused(refusal);
    }
}
