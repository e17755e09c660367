namespace PiLittleEye.Mail;

/// <summary>One node of a mail's structure (RFC 3501 BODYSTRUCTURE), as far as anybody here asks.</summary>
internal sealed record MailPart
{
    /// <summary>What to fetch it by: <c>1</c>, <c>2.1</c>; empty for a mail that is a multipart itself.</summary>
    public required string Number { get; init; }

    /// <summary>In lower case: <c>text/plain</c>, <c>multipart/alternative</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>In lower case: <c>base64</c>, <c>quoted-printable</c>, <c>7bit</c> …; empty when the server says none.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>Names in lower case: charset, format, delsp, name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>In lower case: <c>attachment</c>, <c>inline</c>; empty when there is none.</summary>
    public string Disposition { get; init; } = "";

    /// <summary>Octets as sent.</summary>
    public long Size { get; init; }

    /// <summary>Of a multipart; empty for everything else, a forwarded mail (message/rfc822) too.</summary>
    public IReadOnlyList<MailPart> Parts { get; init; } = [];
}
