using System.Globalization;
using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Account;

/// <summary>What is to be changed of a server; what is left out stays.</summary>
/// <param name="Host">As its certificate names it.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Encryption"><c>tls</c> or <c>starttls</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MailServerChange(string? Host, int? Port, string? Encryption)
{
    // RFC 1035, 2.3.4, without the two octets that only the wire has.
    private const int LongestHost = 253;

    /// <param name="name">Of the setting, as in <c>incoming</c>.</param>
    /// <param name="before">What is in force; null when there is none.</param>
    /// <param name="problems">Gets one sentence for each wrong value.</param>
    /// <returns>Null when it cannot be said yet.</returns>
    public MailServer? ApplyTo(string name, MailServer? before, Dictionary<string, string[]> problems)
    {
        var host = Host?.Trim() ?? before?.Host;
        var port = Port ?? before?.Port;
        var encryption = Encryption is null ? before?.Encryption : MailWords.Encryption(Encryption);
        if (host is null)
        {
            problems[$"{name}.host"] = [$"{name}.host is missing; write the server's name, as mail.example.org."];
        }
        else if (host.Length > LongestHost || Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            problems[$"{name}.host"] = [$"{name}.host is \"{Shown(host)}\"; write the server's name alone, as mail.example.org."];
        }

        if (port is null or < 1 or > 65535)
        {
            problems[$"{name}.port"] =
            [
                $"{name}.port is {port?.ToString(CultureInfo.InvariantCulture) ?? "missing"}; use 1 to 65535: mostly 993 to read, 465 or 587 to send.",
            ];
        }

        if (encryption is null)
        {
            problems[$"{name}.encryption"] =
            [
                $"{name}.encryption is {(Encryption is null ? "missing" : $"\"{Shown(Encryption)}\"")}; use {MailWords.Tls} (993, 465) or {MailWords.StartTls} (143, 587).",
            ];
        }

        return host is null || port is null || encryption is null ? null : new MailServer(host, port.Value, encryption.Value);
    }

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
