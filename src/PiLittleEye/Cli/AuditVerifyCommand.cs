using System.Text.Json;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>audit verify</c>: whether the log of what happened is whole, and if not, from which row on.</summary>
internal static class AuditVerifyCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, bool asJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var verdict = AuditVerifier.Verify(app.Services.GetRequiredService<AuditStore>());
            var words = verdict.IsWhole ? $"The log is whole: {verdict.Rows} rows." : $"The log is not whole. {verdict.Problem}";
            await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(verdict, AuditJson.Default.AuditVerdict) : words);
            return verdict.IsWhole ? 0 : 1;
        });
}
