using System.Diagnostics;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    // More than the kernel and TLS hold for a viewer that does not read.
    private const long Plenty = 1_500_000;

    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_streams_with_a_goodbye_and_the_service_within_five_seconds(string signal)
    {
        await using var service = await Appliance.StartAsync(_launch);
        var token = await service.ClaimAsync();
        await using var first = await RawViewer.OpenAsync(service, token);
        await using var second = await RawViewer.OpenAsync(service, token, "/?action=stream");
        await using var stalled = await RawViewer.OpenAsync(service, token);
        await using var alsoStalled = await RawViewer.OpenAsync(service, token);
        await Task.WhenAll(first.ReadAsync(Plenty), second.ReadAsync(Plenty));

        var ends = Task.WhenAll(first.ReadToEndAsync(), second.ReadToEndAsync());
        var since = Stopwatch.GetTimestamp();
        await service.Process.SignalAsync(signal);
        var outcome = await service.Process.EndAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, s_longest);

        outcome.AssertWell();
        Assert.Empty(outcome.Error);
        await ends;
        // The boundary's last form, and the last chunk of the response: it was ended, not cut.
        Assert.Matches(@"\r\n--[^\r\n]+--\r\n\r\n0\r\n\r\n$", first.Text[^200..]);
        Assert.Matches(@"\r\n--[^\r\n]+--\r\n\r\n0\r\n\r\n$", second.Text[^200..]);
    }

    [Fact]
    public async Task A_signal_while_it_still_starts_ends_it_too()
    {
        await using var program = _launch.Serve();
        await Limit.On(program.Output.LineWithAsync("Made a certificate"), "the start is on its way");
        var since = Stopwatch.GetTimestamp();
        await program.SignalAsync("TERM");
        var outcome = await program.EndAsync();
        // Before .NET listens to signals the kernel ends it; to systemd both are an end in peace.
        Assert.True(outcome.ExitCode is 0 or 128 + 15, $"Exit code {outcome.ExitCode}");
        Assert.Empty(outcome.Error);
        Assert.DoesNotContain("Exception", outcome.Output, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, s_longest);
    }
}
