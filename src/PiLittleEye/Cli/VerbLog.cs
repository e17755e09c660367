using Microsoft.Extensions.Logging.Console;

namespace PiLittleEye.Cli;

/// <summary>What the appliance logs while it serves a verb: what goes wrong, and never into the verb's answer, which programs read.</summary>
internal static class VerbLog
{
    public static void KeepOutOfTheAnswer(IServiceCollection services)
    {
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.PostConfigure<LoggerFilterOptions>(log =>
            log.Rules.Add(new LoggerFilterRule(providerName: null, nameof(PiLittleEye), LogLevel.Warning, filter: null))
        );
    }
}
