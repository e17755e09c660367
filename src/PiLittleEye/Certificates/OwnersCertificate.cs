using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Reads the owner's own pair of PEM files and says in words what is wrong with it.</summary>
internal static class OwnersCertificate
{
    /// <param name="certificateFile">Certificate first, its issuers behind it.</param>
    /// <param name="keyFile">Private key without password; may be the same file.</param>
    /// <param name="now">For the dates in it.</param>
    /// <exception cref="CertificateRefusedException">Unreadable, not matching, expired, not valid yet.</exception>
    public static X509Certificate2Collection Load(string certificateFile, string keyFile, DateTimeOffset now) =>
        new PairReader(certificateFile, keyFile).Read(ReadCertificate(certificateFile), ReadKey(keyFile), now);

    /// <exception cref="CertificateRefusedException">Unreadable.</exception>
    public static string ReadCertificate(string file) => ReadFile(file, "no-certificate", "cannot be read as a PEM certificate");

    /// <exception cref="CertificateRefusedException">Unreadable.</exception>
    public static string ReadKey(string file) => ReadFile(file, "no-key", "cannot be read");

    private static string ReadFile(string file, string code, string complaint)
    {
        try
        {
            // One character more than a pair may have is enough to refuse it.
            using var reader = new StreamReader(file);
            var text = new char[PairReader.MostCharacters + 1];
            return new string(text, 0, reader.ReadBlock(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CertificateRefusedException(code, $"{file} {complaint}: {failure.Message}", failure);
        }
    }
}
