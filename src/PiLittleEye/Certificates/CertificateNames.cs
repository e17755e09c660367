using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>For which names and addresses a certificate was made out.</summary>
internal sealed record CertificateNames(IReadOnlyList<string> Hosts, IReadOnlyList<IPAddress> Addresses)
{
    private const string Extension = "2.5.29.17";

    public static readonly CertificateNames None = new([], []);

    public IEnumerable<string> All => Hosts.Concat(Addresses.Select(address => address.ToString()));

    /// <returns><see cref="None"/> also where they cannot be read.</returns>
    public static CertificateNames Of(X509Certificate2 certificate)
    {
        try
        {
            if (certificate.Extensions.FirstOrDefault(candidate => candidate.Oid?.Value == Extension) is not { } found)
            {
                return None;
            }

            var listed = new X509SubjectAlternativeNameExtension(found.RawData);
            return new CertificateNames([.. listed.EnumerateDnsNames()], [.. listed.EnumerateIPAddresses()]);
        }
        catch (CryptographicException)
        {
            return None;
        }
    }
}
