using System.Globalization;

namespace PiLittleEye.Mail.Imap;

/// <summary>A set of UIDs as ESEARCH writes it, <c>4:8,11,2</c>: four letters can mean all there are, so it is never written out.</summary>
internal static class UidSet
{
    /// <summary>Those above <paramref name="lastUid"/>, lowest first.</summary>
    public static IReadOnlyList<uint> Above(IEnumerable<string> sets, uint lastUid, int most)
    {
        var found = new List<uint>();
        long reached = lastUid;
        foreach (var (first, last) in sets.SelectMany(set => set.Split(',')).Select(Range).Where(range => range.First > 0).Order())
        {
            for (var uid = Math.Max(first, reached + 1); uid <= last && found.Count < most; uid++)
            {
                found.Add((uint)uid);
                reached = uid;
            }
        }

        return found;
    }

    private static (long First, long Last) Range(string text)
    {
        var ends = text.Split(':');
        return
            ends.Length is 1 or 2
            && uint.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var one)
            && uint.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? (Math.Min(one, other), Math.Max(one, other))
            : default;
    }
}
