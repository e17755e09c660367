namespace PiLittleEye.Certificates;

/// <summary>What somebody did about the certificate.</summary>
internal enum CertificateChange
{
    Uploaded,
    Removed,
    Renewed,
    AuthorityMade,
    AuthorityRemoved,
}
