using PiLittleEye.Audit;

namespace PiLittleEye.Certificates;

/// <summary>What is remembered of changes of the certificate. It is on the card before anybody is told that it is done.</summary>
internal sealed class CertificateTrail(AuditLog audit)
{
    public Task DoneAsync(CertificateChange change, HttpContext context) =>
        audit.SaveAsync(AuditEntry.By(context, KindOf(change), TextOf(change)));

    public Task DoneByCommandLineAsync(CertificateChange change) =>
        audit.SaveAsync(AuditEntry.ByCommandLine(KindOf(change), TextOf(change)));

    private static string KindOf(CertificateChange change) =>
        change switch
        {
            CertificateChange.Uploaded => "certificate-uploaded",
            CertificateChange.Removed => "certificate-removed",
            CertificateChange.Renewed => "certificate-renewed",
            CertificateChange.AuthorityMade => "authority-made",
            _ => "authority-removed",
        };

    private static string TextOf(CertificateChange change) =>
        change switch
        {
            CertificateChange.Uploaded => "A certificate of the owner's was uploaded.",
            CertificateChange.Removed => "The uploaded certificate was taken away.",
            CertificateChange.Renewed => "The certificate made here was made anew, with another key.",
            CertificateChange.AuthorityMade => "A local authority was made, which signs the certificate.",
            _ => "The local authority was given up.",
        };
}
