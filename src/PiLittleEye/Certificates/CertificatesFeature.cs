using PiLittleEye.Settings;

namespace PiLittleEye.Certificates;

internal static class CertificatesFeature
{
    public static IHostApplicationBuilder AddCertificates(this IHostApplicationBuilder builder)
    {
        builder.AddSection(CertificateOptions.Section, CertificateOptions.Read);
        builder.Services.AddSingleton<CertificateFiles>().AddSingleton<UploadedPair>().AddSingleton<LocalAuthority>();
        builder
            .Services.AddSingleton<CurrentCertificate>()
            .AddSingleton<CertificateDesk>()
            .AddSingleton<CertificateTrail>()
            .AddSingleton<ExpiryAlerts>();
        builder.Services.AddHostedService<CertificateWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CertificatesJson.Default));
        return builder;
    }

    /// <summary>Before the first connection: a certificate is there.</summary>
    public static WebApplication UseCertificates(this WebApplication app)
    {
        app.Services.GetRequiredService<CurrentCertificate>().Refresh();
        return app;
    }

    public static IEndpointRouteBuilder MapCertificates(this IEndpointRouteBuilder routes)
    {
        routes.MapCertificate();
        routes.MapAuthority();
        return routes;
    }
}
