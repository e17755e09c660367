using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The certificate made here: signed by the local authority where there is one, else by itself, and renewed in time.</summary>
internal sealed class MadeCertificate(
    CertificateOptions options,
    CertificateFiles files,
    LocalAuthority authority,
    TimeProvider clock,
    ILogger logger
)
{
    private ServedCertificate? _served;
    private DateTime _written;

    /// <summary>Names of this machine that its authority was not made for.</summary>
    public IReadOnlyList<string> Uncovered { get; private set; } = [];

    public IEnumerable<string> Files => [files.CertificatePath, authority.Path];

    /// <exception cref="StorageUnavailableException">It cannot be kept.</exception>
    public ServedCertificate Refresh()
    {
        var now = clock.GetUtcNow();
        var names = MachineNames.Of(options.Names);
        var issuer = FindIssuer(names, now);
        var named = Within(issuer, names);
        Uncovered = [.. NameConstraints.For(names).Hosts.Except(named.Hosts, StringComparer.Ordinal).Where(_ => issuer is not null)];
        var current = Load();
        if (current is null || !ServerCertificate.StillServes(current, named, now, issuer))
        {
            using var key = files.LoadOrCreateKey();
            current = Make(named, now, issuer, key);
        }

        return Serve(current, issuer);
    }

    /// <summary>Somebody asked for another one: with another key, because that may be the reason.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be kept.</exception>
    public void Renew()
    {
        var now = clock.GetUtcNow();
        var names = MachineNames.Of(options.Names);
        var issuer = FindIssuer(names, now);
        using var key = CertificateFiles.CreateKey();
        Make(Within(issuer, names), now, issuer, key);
    }

    private static MachineNames Within(X509Certificate2? issuer, MachineNames names) =>
        issuer is not null && NameConstraints.Of(issuer) is { } constraints ? constraints.Within(names) : names;

    // What a verb wrote beside the running service counts as much as what was made by it.
    private X509Certificate2? Load() =>
        _served is not null && StateFile.WrittenAt(files.CertificatePath) == _written ? _served.Leaf : files.Load();

    private X509Certificate2? FindIssuer(MachineNames names, DateTimeOffset now)
    {
        var root = authority.Root;
        if (root is null && options.Authority)
        {
            root = authority.Make(names, now);
            logger.AuthorityMade(Fingerprint.Of(root), root.NotAfter);
        }

        // One made while the clock was wrong, or ten years old: browsers would refuse what it signs.
        return root is not null && now >= root.ValidFrom() && now < root.ValidUntil() ? root : null;
    }

    private X509Certificate2 Make(MachineNames names, DateTimeOffset now, X509Certificate2? issuer, System.Security.Cryptography.ECDsa key)
    {
        var made = ServerCertificate.Create(key, names, now, issuer);
        files.Save(made, key);
        logger.CertificateMade(string.Join(", ", names.Hosts), made.NotAfter);
        return made;
    }

    private ServedCertificate Serve(X509Certificate2 certificate, X509Certificate2? issuer)
    {
        _written = StateFile.WrittenAt(files.CertificatePath);
        if (_served is null || !ReferenceEquals(_served.Leaf, certificate))
        {
            var origin = issuer is null ? CertificateOrigin.SelfSigned : CertificateOrigin.Authority;
            _served = new ServedCertificate([certificate], origin);
        }

        return _served;
    }
}
