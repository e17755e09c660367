using System.Globalization;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

public sealed class FfmpegTests(ClaimedAppliance camera) : IDisposable
{
    private const int Frames = 50;

    private readonly TemporaryDirectory _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData("ffmpeg -use_wallclock_as_timestamps 1 -headers")]
    [InlineData("ffmpeg -use_wallclock_as_timestamps 1 -i")]
    public async Task Records_fifty_frames_each_with_the_time_it_came(string beginning)
    {
        var command = Readme.Command(beginning, camera.Appliance);
        var variables = await camera.Appliance.CredentialsAsync(camera.Token);
        (await Readme.TypeToEndAsync($"{command} -loglevel error -xerror", _here.Path, variables)).AssertWell();

        // Decodes every frame; a damaged one would be told on standard error.
        var probe = await ChildProcess.RunAsync(
            "ffprobe",
            "-v",
            "warning",
            "-show_entries",
            "frame=pts_time,width,height",
            "-of",
            "csv=print_section=0",
            _here.File("print.mkv")
        );
        var frames = probe.AssertWell().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        Assert.Empty(probe.Error);
        Assert.Equal(Frames, frames.Count);
        Assert.All(frames, frame => Assert.Equal(["640", "480"], frame[1..3]));
        var times = frames.Select(frame => double.Parse(frame[0], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.Order(), times);
        // At 25 frames a second or, on a machine that does much else, fewer.
        Assert.InRange(times[^1] - times[0], 1.5, 15);
    }
}
