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

    [LoggerMessage(4005, LogLevel.Warning, "{Warning}")]
    public static partial void CertificateEnds(this ILogger logger, string warning);

    [LoggerMessage(4006, LogLevel.Information, "The certificate that was uploaded is taken away")]
    public static partial void UploadedRemoved(this ILogger logger);

    [LoggerMessage(4007, LogLevel.Information, "Made a local authority, SHA-256 {Fingerprint}, valid until {Until:yyyy-MM-dd}")]
    public static partial void AuthorityMade(this ILogger logger, string fingerprint, DateTime until);

    [LoggerMessage(4008, LogLevel.Information, "The local authority is given up; its root means nothing any more")]
    public static partial void AuthorityRemoved(this ILogger logger);
}
