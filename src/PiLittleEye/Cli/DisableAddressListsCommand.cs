using PiLittleEye.AccessLists;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>disable-address-lists</c>: the way back in for whoever has shut out everybody. A service that runs beside it notices within a second.</summary>
internal static class DisableAddressListsCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var lists = app.Services.GetRequiredService<RuntimeSettings<AccessListsSettings>>();
            var wereOn = lists.Current.Allow.Enabled || lists.Current.Block.Enabled;
            // Also when both are off: a running service drops what it is trying out.
            lists.Change(before => before.Disabled());
            var entry = AuditEntry.ByCommandLine("address-lists-disabled", "The address lists were switched off.");
            await app.Services.GetRequiredService<AuditLog>().SaveAsync(entry with { IsAlert = true });
            await Console.Out.WriteLineAsync(
                isJson ? $"{{\"wereEnabled\":{(wereOn ? "true" : "false")},\"enabled\":false}}"
                : wereOn ? "Both address lists are off. Their entries are kept; switch them on again on the page."
                : "Both address lists were off already."
            );
            return 0;
        });
}
