namespace PiLittleEye.Certificates;

/// <summary>What to tell the owner about a certificate that ends.</summary>
internal static class ExpiryWarning
{
    // A month to plan, a week to do it, a day to drop everything else.
    private static readonly int[] s_stages = [1, 7, 30];

    /// <returns>30, 7, 1, or 0 when it has ended; null while there is time.</returns>
    public static int? Stage(DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var left = expiresAt - now;
        if (left <= TimeSpan.Zero)
        {
            return 0;
        }

        var stage = Array.FindIndex(s_stages, days => left <= TimeSpan.FromDays(days));
        return stage < 0 ? null : s_stages[stage];
    }

    /// <returns>Null while there is time.</returns>
    public static string? Of(ServedCertificate certificate, DateTimeOffset now)
    {
        var remedy =
            certificate.Origin == CertificateOrigin.Own
                ? "Renew it where it comes from and upload the new pair, or have certbot's deploy hook do it."
                : "It should have renewed itself; the journal says why it did not.";
        return Stage(certificate.ExpiresAt, now) switch
        {
            null => null,
            0 => $"The certificate has ended on {certificate.ExpiresAt:yyyy-MM-dd}: browsers refuse it. {remedy}",
            1 => $"The certificate ends within a day, on {certificate.ExpiresAt:yyyy-MM-dd HH:mm} UTC. {remedy}",
            _ =>
                $"The certificate ends in {Math.Ceiling((certificate.ExpiresAt - now).TotalDays):0} days, on {certificate.ExpiresAt:yyyy-MM-dd}. {remedy}",
        };
    }
}
