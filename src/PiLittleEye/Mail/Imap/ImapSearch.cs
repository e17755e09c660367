namespace PiLittleEye.Mail.Imap;

/// <summary>Asks for mails and understands both kinds of answer, SEARCH (RFC 3501) and ESEARCH (RFC 4731).</summary>
internal sealed class ImapSearch(uint lastUid, DateOnly since, IReadOnlyList<string> from, bool isExtended)
{
    /// <summary>Octets of a command: Yahoo's server, and the University of Washington's, take no more.</summary>
    public const int MostCommand = 1000;

    private readonly List<string> _sets = [];

    /// <summary>One, or more when there are so many addresses that they do not fit into one.</summary>
    public IEnumerable<string> Commands()
    {
        // A mail comes back even when all have lower numbers: a:* means the highest too, whatever a is. What is not above is taken out of the answer.
        var start = $"UID SEARCH {(isExtended ? "RETURN (ALL) " : "")}UID {lastUid + 1L}:* SINCE {ImapText.Day(since)}";
        // A sieve that a server might misunderstand is left out; the caller looks at From anyway.
        if (from.Count == 0 || from.Any(address => !ImapText.CanBeQuoted(address) || address.Length > MostCommand / 2))
        {
            yield return start;
            yield break;
        }

        var keys = "";
        foreach (var key in from.Select(address => $"FROM {ImapText.Quote(address)}"))
        {
            if (keys.Length > 0 && start.Length + keys.Length + key.Length + " OR  ".Length > MostCommand - "E4294967295 ".Length)
            {
                yield return $"{start} {keys}";
                keys = "";
            }

            keys = keys.Length == 0 ? key : $"OR {key} {keys}";
        }

        yield return $"{start} {keys}";
    }

    /// <exception cref="ImapSyntaxException">The answer cannot be read.</exception>
    public void Hear(ImapResponse response)
    {
        switch (response.Keyword)
        {
            case "SEARCH":
                _sets.AddRange(response.Values.Where(value => value.IsText).Select(value => value.Text));
                break;
            case "ESEARCH":
                var values = response.Values;
                var all = values.FindIndex(value => value.Is("ALL"u8));
                if (all >= 0 && all + 1 < values.Count)
                {
                    _sets.Add(values[all + 1].Text);
                }

                break;
            default:
                break;
        }
    }

    public IReadOnlyList<uint> Found(int most) => UidSet.Above(_sets, lastUid, most);
}
