namespace PiLittleEye.Mail.Imap;

/// <summary>What the server says it can do; compared without case.</summary>
internal sealed class ImapCapabilities
{
    private readonly HashSet<string> _words;

    private ImapCapabilities(IEnumerable<string> words) => _words = words.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Has(string word) => _words.Contains(word);

    /// <summary>Ways to log in, as PLAIN and XOAUTH2.</summary>
    public IEnumerable<string> Mechanisms =>
        _words.Where(word => word.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase)).Select(word => word["AUTH=".Length..]);

    /// <summary>From an untagged CAPABILITY, or the code of a status; null from everything else.</summary>
    public static ImapCapabilities? In(ImapResponse response)
    {
        if (response.IsUntagged && response.Keyword == "CAPABILITY")
        {
            return new ImapCapabilities(response.Values.Where(value => value.IsText).Select(value => value.Text));
        }

        return response.Code == "CAPABILITY"
            ? new ImapCapabilities(response.CodeText.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : null;
    }
}
