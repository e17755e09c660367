using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Starting;

public sealed class StateDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("setup-code")]
    public async Task A_read_only_one_is_told(string verb)
    {
        using var launch = new Launch { StateDirectory = _disk.File("ro"), Through = await Broken.ReadOnlyAsync(_disk.File("ro")) };
        (await launch.RunAsync(verb)).AssertOneMessage(
            Outcome.Failed,
            $"The state directory {launch.StateDirectory} cannot be written to: Read-only file system",
            "mount it writable, give it to the service's user, or name another one as Storage:Directory."
        );
    }

    [Fact]
    public async Task One_that_cannot_even_be_made_is_told()
    {
        using var launch = new Launch { StateDirectory = "/proc/pi-little-eye" };
        (await launch.RunAsync("serve")).AssertOneMessage(
            Outcome.Failed,
            "The state directory /proc/pi-little-eye cannot be written to",
            "or name another one as Storage:Directory."
        );
    }

    // From no room at all to where the last thing that a first start writes does not fit any more.
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(72)]
    [InlineData(80)]
    [InlineData(88)]
    [InlineData(96)]
    public async Task A_full_disk_is_told_wherever_the_space_ends(int freeKilobytes)
    {
        var through = await Broken.NearlyFullAsync(_disk.File("full"), freeKilobytes * 1024);
        using var launch = new Launch { StateDirectory = _disk.File("full"), Through = through };
        await using var program = launch.Serve();
        var ready = program.Output.LineWithAsync("Set-up code: ");
        var ended = program.EndAsync();
        if (await Task.WhenAny(ready, ended) == ready && ready.IsCompletedSuccessfully)
        {
            // It fitted: then it must fit as a whole.
            await program.SignalAsync("TERM");
            (await ended).AssertWell();
            return;
        }

        var outcome = await ended;
        outcome.AssertOneMessage(Outcome.Failed, _disk.File("full"), "Free some space");
        Assert.DoesNotContain("rollback", outcome.Error, StringComparison.Ordinal);
    }
}
