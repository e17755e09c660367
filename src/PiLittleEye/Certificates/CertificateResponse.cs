using System.Text.Json.Serialization;

namespace PiLittleEye.Certificates;

/// <summary>Answer of <c>GET /api/v1/certificate</c>: what is in force.</summary>
/// <param name="Names">Host names and addresses.</param>
/// <param name="Fingerprint">SHA-256, to compare with what the browser shows.</param>
/// <param name="IsTrusted">Browsers take it without anything being installed.</param>
/// <param name="Warning">What the owner should do something about.</param>
/// <param name="File">Where the installer's pair is; while there is one, none can be uploaded.</param>
internal sealed record CertificateResponse(
    string Subject,
    IReadOnlyList<string> Names,
    string Issuer,
    string Fingerprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    [property: JsonConverter(typeof(CertificateOriginConverter))] CertificateOrigin Origin,
    bool IsTrusted,
    string? Warning,
    string? File
)
{
    public static CertificateResponse Of(CurrentCertificate current, CertificateOptions options)
    {
        var served = current.Served;
        return new CertificateResponse(
            served.Leaf.Subject,
            [.. CertificateNames.Of(served.Leaf).All],
            served.Leaf.Issuer,
            Certificates.Fingerprint.Of(served.Leaf),
            served.Leaf.ValidFrom(),
            served.Leaf.ValidUntil(),
            served.Origin,
            served.IsTrusted,
            current.Warning,
            options.File
        );
    }
}
