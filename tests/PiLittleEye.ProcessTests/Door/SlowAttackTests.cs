using System.Diagnostics;
using System.Globalization;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>Strangers who open hundreds of connections and dawdle in each (slowhttptest): whoever watches must not notice.</summary>
public sealed class SlowAttackTests : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(12);

    private readonly Launch _launch = new();
    private readonly TemporaryDirectory _here = new();

    public void Dispose()
    {
        _launch.Dispose();
        _here.Dispose();
    }

    [Theory]
    [InlineData("headers", "-H -i 10 -t GET", "/")]
    [InlineData("body", "-B -i 10 -s 8192 -t POST", "/api/v1/session")]
    [InlineData("reading", "-X -w 1 -y 16 -n 5 -z 8 -k 3", "/js/app.js")]
    public async Task A_viewer_keeps_nine_tenths_of_its_rate(string way, string mode, string path)
    {
        await using var appliance = await Appliance.StartAsync(_launch);
        var token = await appliance.ClaimAsync();
        await using var viewer = Readme.Type(
            $"curl -ksN -H 'Authorization: Bearer {token}' {appliance.Origin}/stream | grep -a --line-buffered X-Frame-Capt",
            _here.Path,
            token
        );
        await Limit.On(viewer.Output.LineWithAsync("X-Frame-Captured-At: "), "the first frame comes");
        var before = await CountAsync(viewer);
        await using var attack = ChildProcess.Start(
            ["/bin/sh", "-c", $"slowhttptest -c 600 -r 100 {mode} -l 15 -p 3 -u {appliance.Origin}{path}"],
            new Dictionary<string, string?> { ["TERM"] = "dumb" }
        );
        var during = await CountAsync(viewer);
        var attacked = await attack.EndAsync();
        Assert.Contains("Test ended on", attacked.Output + attacked.Error, StringComparison.Ordinal);
        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"{way}: {during} frames in {s_look} under attack, {before} before")
        );
        Assert.True(during >= 0.9 * before, $"{during} frames under attack instead of {before}.");
    }

    private static async Task<int> CountAsync(ChildProcess viewer)
    {
        var since = Stopwatch.GetTimestamp();
        var from = Frames(viewer);
        await Task.Delay(s_look, TimeProvider.System, TestContext.Current.CancellationToken);
        return (int)Math.Round((Frames(viewer) - from) * s_look / Stopwatch.GetElapsedTime(since));
    }

    private static int Frames(ChildProcess viewer) => viewer.Output.Text.Count(letter => letter == '\n');
}
