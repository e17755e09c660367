using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Mail.Connection;

/// <summary>The authorities that the installer trusts for mail, besides the system's.</summary>
internal static class TrustedAuthorities
{
    /// <summary>At every connection, so that a renewed file needs no restart.</summary>
    /// <exception cref="MailRefusedException">The file is no good.</exception>
    public static X509Certificate2Collection Load(MailOptions options)
    {
        var authorities = new X509Certificate2Collection();
        if (options.TrustedAuthority is { } file)
        {
            try
            {
                authorities.ImportFromPemFile(file);
                // What is no certificate is passed over silently.
                if (authorities.Count == 0)
                {
                    throw new CryptographicException("There is no certificate in it.");
                }
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
            {
                throw new MailRefusedException(
                    "authority-unreadable",
                    $"The file {file}, named by Mail:TrustedAuthority, cannot be read as PEM certificates. Mend it or take the setting away.",
                    unreadable
                );
            }
        }

        return authorities;
    }
}
