namespace PiLittleEye.Mail.Connection;

/// <summary>
/// Makes lines of a conversation fit for a log: it knows where secrets stand. After AUTH, AUTHENTICATE and LOGIN everything the client
/// sends is starred until the server has decided; what mails say is left out of FETCH answers. One for each conversation.
/// </summary>
internal sealed class SecretMask
{
    private const string Stars = "***";

    // More says nothing more to a reader, and a server must not fill the log.
    private const int MostCharacters = 300;

    // What decides: the tag of IMAP, or empty for SMTP; null while no secret is under way.
    private string? _until;

    /// <summary>What the client is about to send, without line end.</summary>
    public string Client(string line)
    {
        if (_until is not null)
        {
            return Stars;
        }

        var words = line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && Is(words[0], "AUTH"))
        {
            _until = "";
            return words.Length > 2 ? $"{words[0]} {words[1]} {Stars}" : Shorten(line);
        }

        if (words.Length > 1 && (Is(words[1], "AUTHENTICATE") || Is(words[1], "LOGIN")))
        {
            _until = words[0];
            return Is(words[1], "AUTHENTICATE") && words.Length > 2
                ? $"{words[0]} {words[1]} {words[2]}{(words.Length > 3 ? " " + Stars : "")}"
                : $"{words[0]} {words[1]} {Stars}";
        }

        return Shorten(line);
    }

    /// <summary>What the server said, without line end.</summary>
    public string Server(string line)
    {
        if (_until is not null && Decides(line, _until))
        {
            _until = null;
            return Shorten(line);
        }

        if (_until is not null)
        {
            // A challenge: nothing secret as a rule, but nothing to read either.
            return line.StartsWith("334", StringComparison.Ordinal) ? "334 …"
                : line.StartsWith('+') ? "+ …"
                : Shorten(line);
        }

        var fetch = line.IndexOf(" FETCH ", StringComparison.OrdinalIgnoreCase);
        return line.StartsWith('*') && fetch > 0 ? $"{Shorten(line[..fetch])} FETCH …" : Shorten(line);
    }

    private static bool Decides(string line, string until) =>
        until.Length == 0
            ? line.Length > 3 && char.IsAsciiDigit(line[0]) && line[3] == ' ' && !line.StartsWith("334", StringComparison.Ordinal)
            : line.StartsWith(until + " ", StringComparison.OrdinalIgnoreCase);

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);

    private static string Shorten(string line) =>
        string.Concat(line.Take(MostCharacters).Select(c => char.IsControl(c) ? '·' : c)) + (line.Length > MostCharacters ? "…" : "");
}
