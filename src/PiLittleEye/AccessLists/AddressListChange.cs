namespace PiLittleEye.AccessLists;

/// <summary>What is to become of one list; what is left out stays.</summary>
internal sealed record AddressListChange(bool? Enabled, IReadOnlyList<AddressEntry?>? Entries)
{
    // A person types tens; each request looks through all of them.
    private const int MostEntries = 500;

    /// <param name="name">As the request calls it.</param>
    /// <param name="before">As it is.</param>
    /// <param name="problems">Gets one sentence for each wrong entry, by its place.</param>
    /// <param name="complain">What is wrong with a range that is one; null when nothing is.</param>
    public AddressList ApplyTo(
        string name,
        AddressList before,
        Dictionary<string, string[]> problems,
        Func<AddressRange, string?>? complain = null
    )
    {
        if (Entries is not { } entries)
        {
            return before with { Enabled = Enabled ?? before.Enabled };
        }

        if (entries.Count > MostEntries)
        {
            problems[$"{name}.entries"] =
            [
                $"{name} has {entries.Count} entries; use at most {MostEntries}, networks instead of addresses.",
            ];
            return before;
        }

        var ranges = new List<AddressRange>();
        for (var i = 0; i < entries.Count; i++)
        {
            // An empty line is what a text box ends with.
            if (entries[i]?.Range is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if ((AddressRangeText.Read(text, out var range) ?? complain?.Invoke(range!)) is { } problem)
            {
                problems[$"{name}.entries[{i}]"] = [problem];
            }
            else if (!ranges.Contains(range!))
            {
                ranges.Add(range!);
            }
        }

        return new AddressList(Enabled ?? before.Enabled, ranges);
    }
}
