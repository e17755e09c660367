using PiLittleEye.Settings;

namespace PiLittleEye.Audit;

internal static class AuditFeature
{
    public static IHostApplicationBuilder AddAudit(this IHostApplicationBuilder builder)
    {
        builder.AddSection(AuditOptions.Section, AuditOptions.Read);
        builder.Services.AddSingleton<AuditStore>();
        builder.Services.AddSingleton<AuditRetention>();
        builder.Services.AddSingleton<LogExport>();
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<AuditTally>();
        builder.Services.AddSingleton<DailyAlerts>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AuditJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapLog();
        return routes;
    }
}
