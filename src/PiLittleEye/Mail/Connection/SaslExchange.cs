using System.Text;

namespace PiLittleEye.Mail.Connection;

/// <summary>
/// The client's side of one login (RFC 4422), the same in IMAP and SMTP: send <see cref="Mechanism"/>, with <see cref="Initial"/> where that is allowed
/// in the same line, and <see cref="Answer"/> to each challenge. Only for encrypted connections.
/// </summary>
internal sealed class SaslExchange
{
    private readonly Queue<string> _answers;

    private SaslExchange(string mechanism, bool isInitial, params string[] answers)
    {
        (Mechanism, _answers) = (mechanism, new Queue<string>(answers.Select(Encode)));
        Initial = isInitial ? _answers.Dequeue() : null;
    }

    /// <summary>PLAIN, LOGIN, XOAUTH2, OAUTHBEARER.</summary>
    public string Mechanism { get; }

    /// <summary>In base64; null where the mechanism waits for the server's first word. Where it cannot stand in the first line, it is the answer to the first challenge.</summary>
    public string? Initial { get; }

    /// <summary>Picks what both sides can do: for passwords PLAIN before LOGIN, for tokens XOAUTH2 (Google and Microsoft know it) before OAUTHBEARER (RFC 7628).</summary>
    /// <param name="offered">The server's mechanisms, compared without case.</param>
    /// <returns>Null when there is none.</returns>
    public static SaslExchange? Choose(IEnumerable<string> offered, MailServer server, MailLogin login, string secret)
    {
        var known = offered.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return login.IsToken switch
        {
            true when known.Contains("XOAUTH2") => new(
                "XOAUTH2",
                isInitial: true,
                $"user={login.User}\u0001auth=Bearer {secret}\u0001\u0001",
                ""
            ),
            true when known.Contains("OAUTHBEARER") => new(
                "OAUTHBEARER",
                isInitial: true,
                // A comma or equals sign in the name would end it (RFC 5801, 4).
                $"n,a={login.User.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},\u0001host={server.Host}\u0001port={server.Port}\u0001auth=Bearer {secret}\u0001\u0001",
                "\u0001"
            ),
            false when known.Contains("PLAIN") => new("PLAIN", isInitial: true, $"\0{login.User}\0{secret}"),
            false when known.Contains("LOGIN") => new("LOGIN", isInitial: false, login.User, secret),
            _ => null,
        };
    }

    /// <summary>To each challenge, whatever it says: for tokens it is why they are refused, and the answer to it makes the server say so properly.</summary>
    /// <returns>In base64; null when the server asks for more than the mechanism has: give up.</returns>
    public string? Answer() => _answers.TryDequeue(out var answer) ? answer : null;

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
