using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>SHA-256 of a certificate as browsers write it, so that two people can compare: AB:CD:…</summary>
internal static class Fingerprint
{
    public static string Of(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawDataMemory.Span).Select(part => $"{part:X2}"));
}
