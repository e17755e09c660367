using System.Globalization;
using System.Text.RegularExpressions;
using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>The service as systemd sees it: the unit of the package, Type=notify.</summary>
public sealed partial class SystemdTests(Appliance appliance) : IAsyncDisposable
{
    private const double MostSecondsToStop = 5;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Systemd_calls_it_started_when_its_port_answers_and_not_before()
    {
        // One command, so that nothing passes between: systemctl returns when the service has said READY.
        var answer = await appliance.Guest.RunAsync(
            "systemctl restart pi-little-eye && curl -sk -o /dev/null -w %{http_code} https://localhost:5220/healthz"
        );

        Assert.Equal("200", answer);
        Assert.Equal("active running", await StateAsync());
    }

    [Fact]
    public async Task Its_status_line_tells_viewers_and_frames()
    {
        await using var one = await appliance.WatchAsync(Appliance.Pattern);
        await using var two = await appliance.WatchAsync(Appliance.Pattern);
        await Task.WhenAll(one.LiveAsync(s_patience), two.LiveAsync(s_patience));

        await Wait.UntilAsync(
            "two viewers in the status line",
            s_patience,
            async () => TwoViewers().IsMatch(await appliance.Guest.RunAsync("systemctl show -P StatusText pi-little-eye"))
        );
    }

    [Fact]
    public async Task It_stops_within_five_seconds_and_ends_open_streams_as_they_should_end()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Pattern);
        await stream.LiveAsync(s_patience);

        var stopping = appliance.Guest.RunAsync("s=$(date +%s.%N); systemctl stop pi-little-eye; e=$(date +%s.%N); echo $s $e");
        var last = await stream.UntilAsync("the last card", s_patience, part => part.State == "stopping");
        Assert.Null(await stream.NextAsync());
        Assert.NotEmpty(last.Jpeg);
        var moments = (await stopping).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal("inactive dead", await StateAsync());
        Assert.Equal("success", await appliance.Guest.RunAsync("systemctl show -P Result pi-little-eye"));
        var (seconds, allowed) = (moments[1] - moments[0], Machine.Allows(MostSecondsToStop).TotalSeconds);
        TestContext.Current.SendDiagnosticMessage($"stopped in {seconds:0.0} s");
        Assert.True(seconds <= allowed, $"It took {seconds:0.0} s to stop, and {allowed:0.0} were allowed.");
    }

    public async ValueTask DisposeAsync() => await appliance.Guest.RunAsync("systemctl start pi-little-eye");

    private async Task<string> StateAsync() =>
        (await appliance.Guest.RunAsync("systemctl show -P ActiveState -P SubState pi-little-eye")).ReplaceLineEndings(" ");

    // "2 viewers, pattern 14.9 fps"
    [GeneratedRegex(
        @"^2 viewers, .*\d+\.\d fps$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TwoViewers();
}
