using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Whether the account's own server found that a mail is really from whom it says. Anybody can write such a finding into a mail; so only the
/// topmost one of the server's own name counts, which stands above all that came in with the mail (RFC 8601 5 and 7.1). Pure.
/// </summary>
internal static class TrustRule
{
    /// <summary>As name of the server: findings that name none, as Microsoft's.</summary>
    public const string Unnamed = "-";

    /// <param name="headers">As they stand in the mail.</param>
    /// <param name="authservId">
    /// What the account's server calls itself; with a dot in front, any of the servers below that name, for providers that have many.
    /// Empty: nobody has said it, and then no finding can be told from one that the sender wrote.
    /// </param>
    /// <param name="from">Who says to have sent it.</param>
    public static bool Trusts(IReadOnlyList<MailHeader> headers, string authservId, MailAddress from)
    {
        if (authservId.Length == 0)
        {
            return false;
        }

        foreach (var header in headers)
        {
            if (Is(header, "Received") && WasAtSenders(header.Value, from.Domain, authservId))
            {
                // All below was in the mail when it left the sender's own server.
                return false;
            }

            if (Is(header, "Authentication-Results") && IsOwn(header.Value, authservId) is { } finding)
            {
                return IsGood(finding, from.Domain);
            }
        }

        return false;
    }

    private static bool Is(MailHeader header, string name) => header.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    // One with the right name that cannot be read is the one that counts, and says nothing.
    private static AuthenticationResults? IsOwn(string value, string authservId)
    {
        var finding = AuthenticationResults.Parse(value);
        if (finding is null)
        {
            return value.Contains(authservId, StringComparison.OrdinalIgnoreCase) ? new AuthenticationResults(authservId, []) : null;
        }

        var wanted = authservId == Unnamed ? string.Empty : authservId;
        var isOwn = wanted.StartsWith('.')
            ? finding.AuthservId.EndsWith(wanted, StringComparison.OrdinalIgnoreCase)
            : finding.AuthservId.Equals(wanted, StringComparison.OrdinalIgnoreCase);
        return isOwn ? finding : null;
    }

    private static bool IsGood(AuthenticationResults finding, string domain)
    {
        var policies = finding.Results.Where(result => result.Method == "dmarc").ToList();
        if (policies.Count > 1 || policies.Exists(result => result.Result == "fail"))
        {
            return false;
        }

        return policies.Exists(result => result.IsPass && SameDomain(DomainOf(result.Property("header.from")), domain))
            || finding.Results.Any(result => result is { Method: "dkim", IsPass: true } && IsAligned(Signer(result), domain));
    }

    // Gmail writes only header.i=@example.com.
    private static string? Signer(AuthenticationResult result) => result.Property("header.d") ?? DomainOf(result.Property("header.i"));

    private static string? DomainOf(string? address) => address?[(address.LastIndexOf('@') + 1)..];

    private static bool SameDomain(string? one, string other) => one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // The same, or one above it; a name without a dot is nobody's own.
    private static bool IsAligned(string? signer, string domain) =>
        SameDomain(signer, domain)
        || (
            signer is not null
            && signer.Contains('.', StringComparison.Ordinal)
            && domain.EndsWith($".{signer}", StringComparison.OrdinalIgnoreCase)
        );

    // "from a by mail.example.com with …": a server of the sender's domain, which the account's own server is not.
    private static bool WasAtSenders(string received, string domain, string authservId)
    {
        var by =
            received.IndexOf(" by ", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? received[(at + 4)..].TrimStart()
            : received.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? received[3..].TrimStart()
            : string.Empty;
        var host = by.Split(' ', '\t', ';', '(')[0];
        return IsWithin(host, domain) && !IsWithin(authservId, domain);
    }

    private static bool IsWithin(string host, string domain) =>
        SameDomain(host, domain) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
