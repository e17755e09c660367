using PiLittleEye.Accounts;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>Whether a mail is a request that is to be answered, from what is known of it. Pure: the same mail at the same moment is judged the same.</summary>
internal static class RequestJudge
{
    // Nobody waits for an answer to an older one; after an outage there would be many.
    public static readonly TimeSpan OldestMail = TimeSpan.FromMinutes(10);

    // A request is a line of text; a signature with a picture stays below it.
    public const long LargestMail = 200 * 1024;

    // Both clocks are set by the network, or one of them is wrong.
    private static readonly TimeSpan s_clocksApart = TimeSpan.FromMinutes(1);

    // The authenticator's clock may be ahead of the server's by a step, as RFC 6238 recommends to allow.
    private static readonly TimeSpan s_early = TimeSpan.FromSeconds(30);

    /// <summary>From the headers alone, before anything of the text is fetched.</summary>
    /// <param name="mail">What the server says of it.</param>
    /// <param name="from">Who wrote it; null when that is not clear.</param>
    /// <param name="sender">Who that is on the list; null when not on it.</param>
    /// <param name="around">What it is judged by.</param>
    /// <returns>Null when its text is to be looked at.</returns>
    public static Verdict? OfHeaders(ReceivedMail mail, MailAddress? from, PhotoSender? sender, JudgedBy around)
    {
        var age = around.Now - mail.ReceivedAt;
        if (from is null)
        {
            return age > OldestMail ? Verdicts.TooOld : Verdicts.UnclearSender;
        }

        if (LoopGuard.Check(mail, from, around.OwnAddress) is { } loop)
        {
            return loop;
        }

        if (sender is null)
        {
            return age > OldestMail ? Verdicts.TooOld : Verdicts.NotListed;
        }

        // First of what follows: with a wrong clock every mail seems old, or locked for another day.
        if (age < -s_clocksApart || (!around.IsClockSet && age.Duration() > s_clocksApart))
        {
            return Verdicts.ClockDoubtful;
        }

        return age > OldestMail ? Verdicts.TooOld
            : mail.Size > LargestMail ? Verdicts.TooLarge
            : around.Settings.NeedsAuthentication && around.AuthservId.Length == 0 ? Verdicts.ServerUnnamed
            : around.Settings.NeedsAuthentication && !TrustRule.Trusts(mail.Headers, around.AuthservId, from) ? Verdicts.NotAuthenticated
            : !sender.IsVerified ? Verdicts.NotVerified
            : sender.IsLocked(around.Now) ? Verdicts.Locked
            : null;
    }

    /// <summary>The code against the secret, at the moment the server got the mail: nothing the sender wrote says when that was.</summary>
    /// <param name="finding">What stands in the text.</param>
    /// <param name="secret">The sender's.</param>
    /// <param name="lastStep">The last one that was used; that and all before it are used up.</param>
    /// <param name="receivedAt">By the server's clock.</param>
    /// <param name="codeSeconds">How late it may have come in.</param>
    /// <returns>The step to use up, or why there is none.</returns>
    public static (long? Step, Verdict? Refusal) OfCode(
        CodeFinding finding,
        ReadOnlySpan<byte> secret,
        long lastStep,
        DateTimeOffset receivedAt,
        int codeSeconds
    )
    {
        if (finding.Code is not { } code)
        {
            return (null, finding.IsOnlyOne ? Verdicts.NoCode : Verdicts.SeveralCodes);
        }

        var first = Totp.StepAt(receivedAt - TimeSpan.FromSeconds(codeSeconds));
        if (Totp.Find(secret, code, first, Totp.StepAt(receivedAt + s_early)) is { } step)
        {
            return step > lastStep ? (step, null) : (null, Verdicts.UsedCode);
        }

        // Right once: whoever was slow is told so, and it is no guess.
        var isLate = Totp.Find(secret, code, Totp.StepAt(receivedAt - OldestMail), first - 1) is not null;
        return (null, isLate ? Verdicts.LateCode : Verdicts.WrongCode);
    }
}
