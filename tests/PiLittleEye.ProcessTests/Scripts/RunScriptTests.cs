using System.Globalization;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Scripts;

public sealed class RunScriptTests : IDisposable
{
    // It builds first; on a Raspberry Pi that takes its time.
    private static readonly TimeSpan s_build = TimeSpan.FromMinutes(5);

    private readonly TemporaryDirectory _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task Prints_address_and_set_up_code_and_passes_its_arguments_on()
    {
        var port = FreePorts.Take().ToString(CultureInfo.InvariantCulture);
        await using var script = ChildProcess.Start([
            Checkout.File("scripts/run.sh"),
            "--Https:Port",
            port,
            "--Https:Address=127.0.0.1",
            $"--Storage:Directory={_state.Path}",
            "--Cameras:0:Source=test-pattern",
        ]);
        await script.Output.LineWithAsync($"Ready: https://localhost:{port}").WaitAsync(s_build, TestContext.Current.CancellationToken);
        var line = await Limit.On(script.Output.LineWithAsync("Set-up code: "), "the set-up code is printed");

        var verb = await ChildProcess.RunAsync(Checkout.File("scripts/pi-little-eye"), "setup-code", $"--Storage:Directory={_state.Path}");
        Assert.EndsWith($"Set-up code: {verb.AssertWell().Trim()}", line, StringComparison.Ordinal);

        // The script became the program: its pid gets the signal, as from a terminal or a unit.
        await script.SignalAsync("INT");
        var outcome = await script.EndAsync();
        outcome.AssertWell();
        Assert.Empty(outcome.Error);
    }
}
