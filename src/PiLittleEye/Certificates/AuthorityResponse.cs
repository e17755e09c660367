using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Answer of <c>GET /api/v1/certificate/authority</c>; nothing but <paramref name="IsMade"/> is said while there is none.</summary>
/// <param name="Names">Hosts that it may vouch for.</param>
/// <param name="Ranges">Addresses that it may vouch for.</param>
/// <param name="Fingerprint">SHA-256, to compare with what the phone shows.</param>
/// <param name="Url">Where a phone fetches the root.</param>
/// <param name="Qr">The same as a picture: text of an SVG.</param>
internal sealed record AuthorityResponse(
    bool IsMade,
    string? Subject,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Ranges,
    string? Fingerprint,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotAfter,
    string? Url,
    string? Qr
)
{
    private static readonly AuthorityResponse s_none = new(IsMade: false, null, [], [], null, null, null, null, null);

    /// <param name="root">Null: there is none.</param>
    /// <param name="url">Null: unknown.</param>
    public static AuthorityResponse Of(X509Certificate2? root, string? url)
    {
        if (root is null)
        {
            return s_none;
        }

        var constraints = NameConstraints.Of(root);
        return new AuthorityResponse(
            IsMade: true,
            root.Subject,
            constraints?.Hosts ?? [],
            [.. constraints?.Ranges.Select(range => range.ToString()) ?? []],
            Certificates.Fingerprint.Of(root),
            root.ValidFrom(),
            root.ValidUntil(),
            url,
            url is null ? null : AuthorityQr.Draw(url)
        );
    }
}
