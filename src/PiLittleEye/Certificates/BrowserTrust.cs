using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Whether this machine's trust store, which is the one browsers bring along (Debian's ca-certificates), vouches for a certificate.</summary>
internal static class BrowserTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <param name="roots">In the place of the machine's trust store.</param>
    public static bool IsTrusted(X509Certificate2 leaf, X509Certificate2Collection issuers, X509Certificate2Collection? roots = null)
    {
        // One that vouches for itself is nobody's word, even where somebody has put it into the machine's store.
        if (leaf.IssuerName.RawData.AsSpan().SequenceEqual(leaf.SubjectName.RawData))
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        // Nothing is fetched: neither lists of revoked ones nor missing issuers, which no browser would fetch either.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(issuers);
        if (roots is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        }

        try
        {
            return chain.Build(leaf);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
