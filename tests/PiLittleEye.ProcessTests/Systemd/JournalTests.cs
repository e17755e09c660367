using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Systemd;

public sealed class JournalTests : IDisposable
{
    private readonly Launch _launch = new();

    public JournalTests() => _launch.Environment["JOURNAL_STREAM"] = "8:12345";

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task Lines_carry_their_level_as_the_journal_reads_it_and_no_time_of_their_own()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.SetupCodeAsync();
        await service.Process.SignalAsync("TERM");
        var lines = (await service.Process.EndAsync()).AssertWell().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // sd-daemon(3): 4 is a warning, 6 is information.
        Assert.All(lines, line => Assert.Matches("^<[46]>PiLittleEye[.]", line));
        Assert.Single(
            lines,
            line => line.StartsWith("<4>", StringComparison.Ordinal) && line.Contains("Set-up code: ", StringComparison.Ordinal)
        );
    }
}
