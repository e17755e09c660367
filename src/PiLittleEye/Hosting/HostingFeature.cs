using Microsoft.Extensions.Logging.Console;

namespace PiLittleEye.Hosting;

internal static class HostingFeature
{
    // systemd is asked to wait five seconds for a stop; the last of them is for the process itself.
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(4);

    public static IHostApplicationBuilder AddHosting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = s_shutdown);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.AddSingleton(SystemdSocket.FromEnvironment());
        builder.Services.AddHostedService<SystemdNotifier>();
        builder.Services.AddHostedService<HeapSweep>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // The host's own errors come as a stack trace beside the message that ProcessExit gives; a crashed worker is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddFilter("PiLittleEye", LogLevel.Information);
        // The journal adds time and level itself, and wants the level as a prefix it understands.
        if (Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 })
        {
            builder.Logging.AddSystemdConsole();
        }
        else
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
                console.ColorBehavior = LoggerColorBehavior.Disabled;
            });
        }

        return builder;
    }
}
