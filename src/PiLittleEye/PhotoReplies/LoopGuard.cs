using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Whether a mail was written by a program, a list or ourselves: such are never answered, or two programs would write to each other for
/// ever (RFC 3834, RFC 5230 4.6). Pure.
/// </summary>
internal static class LoopGuard
{
    private static readonly string[] s_nobody = ["mailer-daemon", "postmaster", "noreply", "no-reply", "do-not-reply", "donotreply"];

    /// <param name="mail">What its headers say.</param>
    /// <param name="from">Who wrote it.</param>
    /// <param name="own">Address of the account.</param>
    /// <returns>Null when a person wrote it.</returns>
    public static Verdict? Check(ReceivedMail mail, MailAddress from, MailAddress? own)
    {
        if (from == own)
        {
            return Verdicts.OwnAddress;
        }

        if (
            mail.Structure.MediaType == "multipart/report"
            || Values(mail, "Return-Path").Any(path => path.Trim() is "<>" or "")
            || Array.IndexOf(s_nobody, from.Local) >= 0
        )
        {
            return Verdicts.Bounce;
        }

        if (mail.Headers.Any(header => IsMarkOfList(header)))
        {
            return Verdicts.MailingList;
        }

        return mail.Headers.Any(header => IsMarkOfProgram(header)) ? Verdicts.Automatic : null;
    }

    private static bool IsMarkOfList(MailHeader header) =>
        header.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase)
        || Is(header, "Feedback-ID")
        || (Is(header, "Precedence") && FirstWord(header.Value) is "bulk" or "list" or "junk");

    private static bool IsMarkOfProgram(MailHeader header) =>
        (Is(header, "Auto-Submitted") && FirstWord(header.Value) != "no")
        || Is(header, "X-Loop")
        || Is(header, "X-Autoreply")
        || Is(header, "X-Autorespond")
        || (Is(header, "X-Auto-Response-Suppress") && Suppresses(header.Value));

    private static bool Suppresses(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries).Any(word => word.ToLowerInvariant() is "all" or "autoreply" or "dr");

    private static string FirstWord(string value) => value.Split(';', ' ', '(', '\t')[0].Trim().ToLowerInvariant();

    private static IEnumerable<string> Values(ReceivedMail mail, string name) =>
        mail.Headers.Where(header => Is(header, name)).Select(header => header.Value);

    private static bool Is(MailHeader header, string name) => header.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}
