using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>Changes of the certificate that somebody asked for, on the page or by a verb. Each is in force when it returns.</summary>
/// <remarks>Everything throws <see cref="StorageUnavailableException"/> when it cannot be kept, with words for a person.</remarks>
internal sealed class CertificateDesk(
    IOptions<CertificateOptions> options,
    CurrentCertificate current,
    UploadedPair uploaded,
    LocalAuthority authority,
    TimeProvider clock,
    ILogger<CertificateDesk> logger
)
{
    public CertificateOptions Options => options.Value;

    public CurrentCertificate Current => current;

    public LocalAuthority Authority => authority;

    /// <exception cref="CertificateRefusedException">It cannot be used, or the installer named another.</exception>
    public void Upload(string? certificate, string? key)
    {
        if (Options.File is not null)
        {
            throw new CertificateRefusedException(
                "installer-certificate",
                $"The installer named {Options.File} as Certificate:File, which wins over an uploaded one. Renew that file, or take the setting out"
            );
        }

        uploaded.Save(certificate ?? string.Empty, key ?? string.Empty);
        current.Refresh();
    }

    /// <summary>Uploads a pair of files. Those that the installer named are read by the service itself, and only looked at here.</summary>
    /// <exception cref="CertificateRefusedException">It cannot be used, or the installer named another.</exception>
    /// <returns>Whether it was taken over.</returns>
    public bool Import(string certificateFile, string keyFile)
    {
        if (
            Options.File is { } named
            && string.Equals(Path.GetFullPath(named), Path.GetFullPath(certificateFile), StringComparison.Ordinal)
        )
        {
            _ = OwnersCertificate.Load(certificateFile, keyFile, clock.GetUtcNow());
            return false;
        }

        Upload(OwnersCertificate.ReadCertificate(certificateFile), OwnersCertificate.ReadKey(keyFile));
        return true;
    }

    /// <summary>Takes the uploaded pair away; the one made here is in force again.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveUploaded()
    {
        var wasThere = uploaded.Remove();
        if (wasThere)
        {
            logger.UploadedRemoved();
        }

        current.Refresh();
        return wasThere;
    }

    /// <exception cref="CertificateRefusedException">The one in force is not made here.</exception>
    public void Renew()
    {
        if (current.Served.Origin == CertificateOrigin.Own)
        {
            throw new CertificateRefusedException(
                "own-certificate",
                "The certificate in force is the owner's, not one made here. Renew it where it comes from, or take it away first"
            );
        }

        current.Renew();
    }

    /// <summary>Makes one where there is none.</summary>
    /// <returns>Whether it was made.</returns>
    public bool EnsureAuthority()
    {
        if (authority.Root is not null)
        {
            return false;
        }

        MakeAuthority();
        return true;
    }

    /// <exception cref="CertificateRefusedException">There is one, and phones may trust it.</exception>
    public void MakeAuthority()
    {
        if (authority.Root is not null)
        {
            throw new CertificateRefusedException(
                "authority-exists",
                "There is a local authority already. Another one would have to be put on every phone anew: delete this one first if you want that"
            );
        }

        var root = authority.Make(MachineNames.Of(Options.Names), clock.GetUtcNow());
        logger.AuthorityMade(Fingerprint.Of(root), root.NotAfter);
        current.Refresh();
    }

    /// <exception cref="CertificateRefusedException">The installer wants one.</exception>
    /// <returns>Whether there was one.</returns>
    public bool RemoveAuthority()
    {
        if (Options.Authority)
        {
            throw new CertificateRefusedException(
                "installer-authority",
                "The installer asked for a local authority (Certificate:Authority), so it would be made again. Take the setting out first"
            );
        }

        var wasThere = authority.Root is not null;
        if (wasThere)
        {
            authority.Remove();
            logger.AuthorityRemoved();
        }

        current.Refresh();
        return wasThere;
    }
}
