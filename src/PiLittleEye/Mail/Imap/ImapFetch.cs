namespace PiLittleEye.Mail.Imap;

/// <summary>Collects what FETCH answers say of one mail: in one piece or several, with news of other mails in between, in any order.</summary>
internal sealed class ImapFetch(uint uid)
{
    private readonly Dictionary<uint, Dictionary<string, ImapValue>> _mails = [];

    /// <summary>Something came that could not be read.</summary>
    public bool IsGarbled { get; private set; }

    /// <summary>By name in capitals, without what stands in brackets behind it; null when the mail is not there.</summary>
    public IReadOnlyDictionary<string, ImapValue>? Mail =>
        _mails.Values.FirstOrDefault(items => items.TryGetValue("UID", out var its) && its.Number == uid);

    public void Hear(ImapResponse response)
    {
        if (response.Keyword != "FETCH")
        {
            return;
        }

        try
        {
            var values = response.Values;
            var items = values is [{ IsList: true }] ? values[0].Items : values;
            var mail = _mails.TryGetValue(response.Number, out var known) ? known : _mails[response.Number] = new(StringComparer.Ordinal);
            for (var i = 0; i + 1 < items.Count; i += 2)
            {
                mail[Name(items[i])] = items[i + 1];
            }
        }
        catch (ImapSyntaxException)
        {
            IsGarbled = true;
        }
    }

    private static string Name(ImapValue value)
    {
        var name = value.Text.ToUpperInvariant();
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? name : name[..bracket];
    }
}
