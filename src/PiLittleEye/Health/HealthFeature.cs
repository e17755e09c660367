namespace PiLittleEye.Health;

internal static class HealthFeature
{
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Heartbeats>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<StatusLine>();
        return builder;
    }
}
