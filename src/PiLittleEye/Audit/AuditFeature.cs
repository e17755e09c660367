namespace PiLittleEye.Audit;

internal static class AuditFeature
{
    public static IHostApplicationBuilder AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuditStore>();
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<AuditTally>();
        return builder;
    }
}
