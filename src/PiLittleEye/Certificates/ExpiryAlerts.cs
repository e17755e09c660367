using System.Globalization;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>Puts a certificate that ends into the log as an alert: once for each stage of each certificate, however often the service starts.</summary>
internal sealed class ExpiryAlerts(RuntimeSettingsStore store, AuditLog audit, TimeProvider clock)
{
    private const string Section = "certificate-alert";

    /// <exception cref="StorageUnavailableException">What was told already cannot be read.</exception>
    public void Look(ServedCertificate served)
    {
        var now = clock.GetUtcNow();
        if (ExpiryWarning.Stage(served.ExpiresAt, now) is not { } stage || ExpiryWarning.Of(served, now) is not { } warning)
        {
            return;
        }

        var due = string.Create(CultureInfo.InvariantCulture, $"\"{served.Leaf.Thumbprint} {stage}\"");
        if (!string.Equals(store.Read(Section), due, StringComparison.Ordinal))
        {
            store.Write(Section, due);
            audit.Write(new AuditEntry("certificate-ends", warning) { IsAlert = true, Subject = served.Leaf.Subject });
        }
    }
}
