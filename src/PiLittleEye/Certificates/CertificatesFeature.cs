using PiLittleEye.Settings;

namespace PiLittleEye.Certificates;

internal static class CertificatesFeature
{
    public static IHostApplicationBuilder AddCertificates(this IHostApplicationBuilder builder)
    {
        builder.AddSection(CertificateOptions.Section, CertificateOptions.Read);
        builder.Services.AddSingleton<CertificateFiles>();
        builder.Services.AddSingleton<CurrentCertificate>();
        builder.Services.AddHostedService<CertificateWorker>();
        return builder;
    }

    /// <summary>Before the first connection: a certificate is there.</summary>
    public static WebApplication UseCertificates(this WebApplication app)
    {
        app.Services.GetRequiredService<CurrentCertificate>().Refresh();
        return app;
    }
}
