namespace PiLittleEye.Certificates;

/// <summary>Events 4000 to 4099.</summary>
internal static partial class CertificatesLog
{
    [LoggerMessage(4001, LogLevel.Information, "Made a certificate for {Names}, valid until {Until:yyyy-MM-dd}")]
    public static partial void CertificateMade(this ILogger logger, string names, DateTime until);

    [LoggerMessage(4002, LogLevel.Information, "Using the certificate {File}, valid until {Until:yyyy-MM-dd}")]
    public static partial void OwnersCertificateLoaded(this ILogger logger, string file, DateTime until);

    [LoggerMessage(4003, LogLevel.Error, "The configured certificate is not used, the one in force stays: {Reason}")]
    public static partial void OwnersCertificateRefused(this ILogger logger, string reason);

    [LoggerMessage(4004, LogLevel.Error, "The certificate was not renewed, the one in force stays: {Reason}")]
    public static partial void CertificateNotRenewed(this ILogger logger, string reason);
}
