using System.Globalization;

namespace PiLittleEye.Mail.Smtp;

/// <summary>What a server says to EHLO that it can do. What was said before TLS is worth nothing after it.</summary>
internal sealed class SmtpAbilities
{
    public SmtpAbilities(SmtpReply hello)
    {
        // The first line is its name.
        foreach (var line in hello.Lines.Skip(1))
        {
            // Old Exchange servers write an equals sign after AUTH.
            var words = line.Replace("AUTH=", "AUTH ", StringComparison.OrdinalIgnoreCase)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words.FirstOrDefault()?.ToUpperInvariant())
            {
                case "STARTTLS":
                    HasStartTls = true;
                    break;
                case "AUTH":
                    Logins.UnionWith(words.Skip(1));
                    break;
                case "SIZE":
                    HasSize = true;
                    MostOctets =
                        words.Length > 1 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                            ? most
                            : 0;
                    break;
                default:
                    break;
            }
        }
    }

    public bool HasStartTls { get; }

    public HashSet<string> Logins { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>It wants to know how big a mail is before it comes (RFC 1870).</summary>
    public bool HasSize { get; }

    /// <summary>Zero where it names no limit.</summary>
    public long MostOctets { get; }
}
