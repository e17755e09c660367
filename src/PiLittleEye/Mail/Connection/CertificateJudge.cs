using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Mail.Connection;

/// <summary>Looks at the certificate of one mail server and finds words for what is wrong with it.</summary>
/// <param name="authorities">Trusted besides the system's; nothing else makes it more lenient than the system is.</param>
internal sealed class CertificateJudge(MailServer server, X509Certificate2Collection authorities, TimeProvider clock)
{
    // A Pi without a way to the authority's list of revoked certificates must still get its mail; one that says "revoked" is believed.
    private const X509VerificationFlags BestEffort =
        X509VerificationFlags.IgnoreEndRevocationUnknown
        | X509VerificationFlags.IgnoreCertificateAuthorityRevocationUnknown
        | X509VerificationFlags.IgnoreRootRevocationUnknown;

    // The handshake waits for it; a third of what connecting may take.
    private static readonly TimeSpan s_listLimit = TimeSpan.FromSeconds(10);

    /// <summary>Why the last one was refused; null when it was not.</summary>
    public MailException? Verdict { get; private set; }

    public static X509ChainPolicy Policy() =>
        new()
        {
            RevocationMode = X509RevocationMode.Online,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            VerificationFlags = BestEffort,
            UrlRetrievalTimeout = s_listLimit,
        };

    /// <summary>For <see cref="SslClientAuthenticationOptions.RemoteCertificateValidationCallback"/>.</summary>
    public bool Judge(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            Verdict = Refused("certificate-missing", "shows no certificate, so nobody can tell whether it is the right one");
            return false;
        }

        var problems = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            ? Problems(certificate, chain)
            : X509ChainStatusFlags.NoError;
        Verdict = Find(certificate, problems, errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch));
        return Verdict is null;
    }

    private X509ChainStatusFlags Problems(X509Certificate2 certificate, X509Chain? systems)
    {
        var problems = All(systems);
        if (authorities.Count == 0)
        {
            return problems;
        }

        using var chain = new X509Chain { ChainPolicy = Policy() };
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // TLS server
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in systems?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        if (chain.Build(certificate))
        {
            return X509ChainStatusFlags.NoError;
        }

        // Signed by the extra authority but expired: that is what the owner must hear, not that the system does not know it.
        var own = All(chain);
        return own.HasFlag(X509ChainStatusFlags.UntrustedRoot) || own.HasFlag(X509ChainStatusFlags.PartialChain) ? problems : own;
    }

    private MailException? Find(X509Certificate2 certificate, X509ChainStatusFlags problems, bool isForAnother)
    {
        if (problems.HasFlag(X509ChainStatusFlags.Revoked))
        {
            return Refused(
                "certificate-revoked",
                "shows a certificate that was called back by its authority. Somebody may stand in between. Ask whoever runs the server"
            );
        }

        if (isForAnother)
        {
            return Refused(
                "certificate-wrong-host",
                $"shows a certificate for {CertificateNames.Of(certificate)}, not for {server.Host}. Check the name of the server for a typing error; if it is right, somebody may stand in between"
            );
        }

        if (problems.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (now < certificate.NotBefore.ToUniversalTime())
            {
                // Without a clock of its own this machine wakes up in the past, and the right time comes with the network: no reason to give up.
                return new MailUnavailableException(
                    "certificate-not-yet-valid",
                    $"The mail server {server} shows a certificate that begins on {Day(certificate.NotBefore)}, and this machine's clock says {Day(now)}. Most likely the clock has not been set yet; it is tried again."
                );
            }

            return Refused(
                "certificate-expired",
                now > certificate.NotAfter.ToUniversalTime()
                    ? $"shows a certificate that expired on {Day(certificate.NotAfter)}. Whoever runs the server must renew it; if this machine's clock is wrong ({Day(now)}), set that"
                    : "shows a certificate whose issuer's own has expired. Whoever runs the server must mend it"
            );
        }

        if (problems == X509ChainStatusFlags.NoError)
        {
            return null;
        }

        if (problems.HasFlag(X509ChainStatusFlags.UntrustedRoot) || problems.HasFlag(X509ChainStatusFlags.PartialChain))
        {
            const string ForOwn =
                "If it is your own server, put its authority into a file and name that in Mail:TrustedAuthority of the settings file";
            return certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
                ? Refused("certificate-self-signed", $"shows a certificate that it signed itself; anybody can make one like it. {ForOwn}")
                : Refused(
                    "certificate-authority-unknown",
                    $"shows a certificate signed by \"{ServerWords.Quote(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true))}\", which this machine does not know. {ForOwn}"
                );
        }

        return Refused(
            "certificate-wrong",
            $"shows a certificate that is no good for it ({problems}). Whoever runs the server must mend it"
        );
    }

    private MailRefusedException Refused(string code, string what) => new(code, $"The mail server {server} {what}.");

    // With revocation at best effort, what could not be looked up is no problem.
    private static X509ChainStatusFlags All(X509Chain? chain) =>
        (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status)
        & ~(X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation);

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
