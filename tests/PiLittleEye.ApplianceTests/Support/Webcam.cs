namespace PiLittleEye.ApplianceTests.Support;

/// <summary>A webcam played by ffmpeg through v4l2loopback: a real device node, in the one pixel format that is fed in.</summary>
internal sealed class Webcam(Appliance appliance)
{
    private const string Unit = "webcam";
    private const string Bars = "smptebars=size=640x480:rate=10";

    /// <param name="format">mjpeg, or a raw pixel format by ffmpeg's name.</param>
    public async Task PlugInAsync(string format)
    {
        // A reader of the format before would hold the device to it.
        await appliance.UntilAsync(
            Appliance.Loopback,
            "the webcam let go",
            TimeSpan.FromSeconds(60),
            status => status.State is "idle" or "unavailable"
        );
        // As fast as a test wants it: MJPEG made once, raw made as it goes.
        const string film = "/tmp/bars.avi";
        await appliance.Guest.RunAsync(
            $"modprobe v4l2loopback && {{ test -e {film} || ffmpeg -v error -f lavfi -i {Bars} -t 2 -c:v mjpeg -q:v 3 {film}; }}"
        );
        var play = format == "mjpeg" ? $"-stream_loop -1 -i {film} -c:v copy" : $"-f lavfi -i {Bars} -pix_fmt {format} -c:v rawvideo";
        await appliance.Guest.RunAsync(
            $"systemctl stop {Unit} 2>/dev/null; systemd-run --quiet --collect --unit={Unit} -p Restart=on-failure -p RestartSec=1 "
                + $"ffmpeg -v error -re {play} -f v4l2 /dev/video10"
        );
    }

    public Task PullOutAsync() => appliance.Guest.RunAsync($"systemctl stop {Unit} 2>/dev/null || true");
}
