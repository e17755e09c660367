using System.Globalization;
using System.Text;
using PiLittleEye.Mail;

namespace PiLittleEye.Tests.Support;

/// <summary>A mail taken apart as a server does for BODYSTRUCTURE: good mails only, just enough to stand in for one.</summary>
internal sealed class RawMail
{
    private readonly Dictionary<string, byte[]> _bodies = new(StringComparer.Ordinal);

    /// <param name="mail">Octets as Latin-1; line ends of any kind.</param>
    public RawMail(string mail)
    {
        var (headers, body) = Split(mail.ReplaceLineEndings("\r\n"));
        Headers = headers;
        Size = mail.Length;
        Structure = Read(headers, body, number: "");
    }

    public IReadOnlyList<MailHeader> Headers { get; }

    public MailPart Structure { get; }

    public long Size { get; }

    public ReceivedMail As(uint uid, DateTimeOffset receivedAt) =>
        new()
        {
            Uid = uid,
            Size = Size,
            ReceivedAt = receivedAt,
            Headers = Headers,
            Structure = Structure,
        };

    public byte[] Body(string part) => _bodies.GetValueOrDefault(part, []);

    private MailPart Read(List<MailHeader> headers, string body, string number)
    {
        var (type, parameters) = Type(Value(headers, "Content-Type") ?? "text/plain; charset=us-ascii");
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var pieces = $"\r\n{body}"
                .Split($"\r\n--{parameters["boundary"]}")
                .Skip(1)
                .TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal));
            var parts = pieces.Select(
                (piece, index) =>
                {
                    var (inner, content) = Split(piece[(piece.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]);
                    return Read(inner, content, number.Length == 0 ? Number(index) : $"{number}.{Number(index)}");
                }
            );
            return new MailPart
            {
                Number = number,
                MediaType = type,
                Parameters = parameters,
                Parts = [.. parts],
            };
        }

        var own = number.Length == 0 ? "1" : number;
        _bodies[own] = Encoding.Latin1.GetBytes(body);
        return new MailPart
        {
            Number = own,
            MediaType = type,
            Parameters = parameters,
            Encoding = Value(headers, "Content-Transfer-Encoding")?.ToLowerInvariant() ?? "",
            Disposition = Value(headers, "Content-Disposition")?.Split(';')[0].Trim().ToLowerInvariant() ?? "",
            Size = body.Length,
        };
    }

    private static (List<MailHeader> Headers, string Body) Split(string mail)
    {
        var end = mail.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? mail : mail[..end];
        var lines = head.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");
        var headers = lines
            .Where(line => line.Contains(':', StringComparison.Ordinal))
            .Select(line => new MailHeader(
                line[..line.IndexOf(':', StringComparison.Ordinal)],
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ));
        return ([.. headers], end < 0 ? "" : mail[(end + (end == 0 ? 2 : 4))..]);
    }

    private static (string Type, Dictionary<string, string> Parameters) Type(string value)
    {
        var pieces = value.Split(';', StringSplitOptions.TrimEntries);
        var parameters = pieces.Skip(1).Where(piece => piece.Contains('=', StringComparison.Ordinal)).Select(piece => piece.Split('=', 2));
        return (
            pieces[0].ToLowerInvariant(),
            parameters.ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1].Trim('"'), StringComparer.Ordinal)
        );
    }

    private static string? Value(List<MailHeader> headers, string name)
    {
        var found = headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 ? null : found[0].Value;
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
