using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Mail.Connection;

/// <summary>For whom a certificate was made, in words.</summary>
internal static class CertificateNames
{
    // Google's lists over a hundred; nobody reads on.
    private const int Most = 4;

    public static string Of(X509Certificate2 certificate)
    {
        try
        {
            return Read(certificate);
        }
        catch (CryptographicException)
        {
            // The list of names is no list of names.
            return "nobody";
        }
    }

    private static string Read(X509Certificate2 certificate)
    {
        var names = certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension =>
                extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))
            )
            .Select(ServerWords.Quote)
            .ToList();
        if (names.Count == 0)
        {
            return ServerWords.Quote(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)) is { Length: > 0 } name
                ? name
                : "nobody";
        }

        return string.Join(", ", names.Take(Most)) + (names.Count > Most ? " and others" : "");
    }
}
