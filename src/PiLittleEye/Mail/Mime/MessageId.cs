namespace PiLittleEye.Mail.Mime;

/// <summary>Message-IDs, without the angle brackets around them (RFC 5322 3.6.4).</summary>
internal static class MessageId
{
    // With its brackets and a blank it must fit into one line of 998.
    private const int Longest = 900;

    /// <param name="address">The account's own: its domain makes the id unique; a machine's name would tell something of the house.</param>
    public static string New(string address) => $"{Guid.NewGuid():N}@{address[(address.LastIndexOf('@') + 1)..]}";

    /// <summary>Whether it can stand in a header. What servers and programs make up looks like anything; only what would end or tear the header is bad.</summary>
    public static bool IsUsable(string id) =>
        id.Length is > 0 and <= Longest && !id.AsSpan().ContainsAnyExceptInRange('!', '~') && !id.AsSpan().ContainsAny('<', '>');
}
