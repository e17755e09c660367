namespace PiLittleEye.Certificates;

/// <summary>Body of <c>PUT /api/v1/certificate</c>: a PEM pair.</summary>
/// <param name="Certificate">The certificate first, its issuers behind it.</param>
/// <param name="Key">Without password.</param>
internal sealed record CertificateUpload(string? Certificate, string? Key);
