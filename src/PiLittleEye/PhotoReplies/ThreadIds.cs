using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>The Message-IDs that a mail names, so that the answer stands below it in its thread.</summary>
internal static class ThreadIds
{
    // What a long thread has; the writer keeps ten of them.
    private const int Most = 50;

    public static string? MessageIdOf(ReceivedMail mail) => In(mail, "Message-ID").FirstOrDefault();

    public static IReadOnlyList<string> ReferencesOf(ReceivedMail mail) => [.. In(mail, "References").Take(Most)];

    private static IEnumerable<string> In(ReceivedMail mail, string name) =>
        mail
            .Headers.Where(header => header.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Take(1)
            .SelectMany(header => header.Value.Split('<').Skip(1))
            .Select(part => part.Split('>')[0].Trim())
            .Where(MessageId.IsUsable);
}
