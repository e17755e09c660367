using System.Text.RegularExpressions;

namespace PiLittleEye.Web;

/// <summary>What somebody asked for without TLS. Pure.</summary>
/// <param name="Target">Where the same is to be had with TLS; null when nobody can know.</param>
/// <param name="IsHead">Whether nobody waits for a body.</param>
internal sealed partial record PlainRequest(Uri? Target, bool IsHead = false)
{
    private const string End = "\r\n\r\n";

    /// <param name="text">What has come so far.</param>
    /// <returns>Null while the headers are not complete.</returns>
    public static PlainRequest? Read(string text)
    {
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var lines = text[..end].Split("\r\n");
        // Only what looks: a form's password has been sent in the clear once, and must not be sent on as if nothing were.
        if (RequestLine().Match(lines[0]) is not { Success: true } request)
        {
            return new PlainRequest(Target: null);
        }

        var hosts = lines
            .Skip(1)
            .Where(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[5..].Trim())
            .ToList();
        return new PlainRequest(
            hosts is [var host]
            && Host().IsMatch(host)
            && Uri.TryCreate($"https://{host}{request.Groups["path"].Value}", UriKind.Absolute, out var target)
                ? target
                : null,
            lines[0].StartsWith("HEAD ", StringComparison.Ordinal)
        );
    }

    public string Answer()
    {
        var words = Target is null
            ? "This camera speaks HTTPS only: begin its address with https://\n"
            : $"This camera speaks HTTPS only: {Target.AbsoluteUri}\n";
        var status = Target is null ? "400 Bad Request" : $"308 Permanent Redirect\r\nLocation: {Target.AbsoluteUri}";
        return $"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {words.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n{(IsHead ? string.Empty : words)}";
    }

    [GeneratedRegex(@"\A(GET|HEAD) (?<path>/[!-~]*) HTTP/1\.[01]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestLine();

    // A name, an IPv4 address or an IPv6 address in brackets, and a port or none.
    [GeneratedRegex(
        @"\A([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Host();
}
