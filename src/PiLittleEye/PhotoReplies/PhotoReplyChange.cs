using System.Globalization;
using System.Text.Json.Serialization;

namespace PiLittleEye.PhotoReplies;

/// <summary>Body of <c>PUT /api/v1/photo-replies</c>; what is absent stays.</summary>
// A setting that does not exist is refused, not ignored.
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PhotoReplyChange(
    bool? IsOn,
    bool? NeedsAuthentication,
    string? AuthservId,
    int? CodeSeconds,
    int? PerSenderPerHour,
    int? PerHour,
    string? Subject
)
{
    // A host's name (RFC 1035); more than a phone shows of a subject.
    private const int LongestAuthservId = 253;
    private const int LongestSubject = 100;

    public (PhotoReplySettings Settings, Dictionary<string, string[]> Problems) ApplyTo(PhotoReplySettings before)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var after = before with
        {
            IsOn = IsOn ?? before.IsOn,
            NeedsAuthentication = NeedsAuthentication ?? before.NeedsAuthentication,
            AuthservId = AuthservId?.Trim() ?? before.AuthservId,
            CodeSeconds = CodeSeconds ?? before.CodeSeconds,
            PerSenderPerHour = PerSenderPerHour ?? before.PerSenderPerHour,
            PerHour = PerHour ?? before.PerHour,
            Subject = Subject?.Trim() ?? before.Subject,
        };
        // Less than a minute is shorter than a mail's way; five are ten guesses more for whoever guesses.
        Within("codeSeconds", after.CodeSeconds, 60, 300);
        Within("perSenderPerHour", after.PerSenderPerHour, 1, 60);
        Within("perHour", after.PerHour, 1, 200);
        if (after.AuthservId.Length > LongestAuthservId || after.AuthservId.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign)))
        {
            problems["authservId"] =
            [
                "authservId is no name of a server. Use what stands first in the Authentication-Results of a mail, as mx.google.com.",
            ];
        }

        if (after.Subject.Length is 0 or > LongestSubject || after.Subject.Any(char.IsControl))
        {
            problems["subject"] =
            [
                $"subject has {after.Subject.Length} letters or a line break. Use 1 to {LongestSubject} letters in one line.",
            ];
        }

        return (after, problems);

        void Within(string name, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                problems[name] = [string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; use {least} to {most}.")];
            }
        }
    }
}
