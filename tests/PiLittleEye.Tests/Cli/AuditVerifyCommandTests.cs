using PiLittleEye.Audit;
using PiLittleEye.Cli;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cli;

public sealed class AuditVerifyCommandTests : IDisposable
{
    private readonly TemporaryDirectory _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task It_ends_with_zero_for_a_whole_log_and_with_one_for_another()
    {
        Assert.Equal(0, await RunAsync());
        await using (var app = Program.Build(Settings))
        {
            await Microsoft
                .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<AuditLog>(app.Services)
                .SaveAsync(AuditEntry.ByCommandLine("test-done", "Done."));
        }

        Assert.Equal(0, await RunAsync());
        var database = TemporaryState.DatabaseIn(_state.Path);
        TemporaryState.Execute(database, "UPDATE audit SET text = 'Nothing.'");
        Assert.Equal(1, await RunAsync());
        TemporaryState.Forget(database);
    }

    private string[] Settings => [$"--settings={_state.Write("settings.json", "{}")}", $"--Storage:Directory={_state.Path}"];

    private Task<int> RunAsync() =>
        AuditVerifyCommand.RunAsync(
            Settings,
            asJson: true,
            new CommandDoors(_ => Task.FromResult(9), settings => Program.Build(settings), verb => verb())
        );
}
