using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>A private key of either of the kinds that TLS uses and browsers know.</summary>
internal sealed class PrivateKey : IDisposable
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ec;

    private PrivateKey(RSA? rsa, ECDsa? ec) => (_rsa, _ec) = (rsa, ec);

    /// <returns>Null when it is neither, or damaged.</returns>
    public static PrivateKey? Read(string pem) =>
        TryImport(ECDsa.Create(), pem) is { } ec ? new PrivateKey(rsa: null, ec)
        : TryImport(RSA.Create(), pem) is { } rsa ? new PrivateKey(rsa, ec: null)
        : null;

    /// <returns>Null when it is not the certificate's.</returns>
    public X509Certificate2? TryGive(X509Certificate2 certificate)
    {
        try
        {
            return _ec is not null ? certificate.CopyWithPrivateKey(_ec) : certificate.CopyWithPrivateKey(_rsa!);
        }
        catch (Exception other)
            when (other is ArgumentException or CryptographicException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _rsa?.Dispose();
        _ec?.Dispose();
    }

    private static T? TryImport<T>(T key, string pem)
        where T : AsymmetricAlgorithm
    {
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception other) when (other is ArgumentException or CryptographicException or NotSupportedException)
        {
            key.Dispose();
            return null;
        }
    }
}
