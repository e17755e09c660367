using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>A certificate as connections are given it.</summary>
internal sealed class ServedCertificate
{
    private readonly Lazy<bool> _isTrusted;

    /// <param name="chain">The certificate with its key, its issuers behind it.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be shown to anybody.</exception>
    public ServedCertificate(X509Certificate2Collection chain, CertificateOrigin origin)
    {
        Leaf = chain[0];
        Origin = origin;
        var issuers = new X509Certificate2Collection(chain.Skip(1).ToArray());
        Context = SslStreamCertificateContext.Create(Leaf, issuers, offline: true);
        // Asked only once somebody wants to know: reading the machine's trust store takes a Pi a tenth of a second.
        _isTrusted = new Lazy<bool>(() => origin == CertificateOrigin.Own && BrowserTrust.IsTrusted(Leaf, issuers));
    }

    public X509Certificate2 Leaf { get; }

    public CertificateOrigin Origin { get; }

    public SslStreamCertificateContext Context { get; }

    public DateTimeOffset ExpiresAt => Leaf.ValidUntil();

    /// <summary>Browsers take it without a warning because somebody vouches for it whom everybody trusts; never for one made here.</summary>
    public bool IsTrusted => _isTrusted.Value;

    /// <summary>Whether a browser that asked for this host takes it without a warning and without anything being installed.</summary>
    public bool IsTrustedFor(string host) =>
        Origin == CertificateOrigin.Own
        && Uri.CheckHostName(host) == UriHostNameType.Dns
        && Leaf.MatchesHostname(host, allowWildcards: true, allowCommonName: false)
        && IsTrusted;
}
