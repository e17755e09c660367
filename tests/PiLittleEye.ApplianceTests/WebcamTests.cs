using PiLittleEye.ApplianceTests.Support;
using PiLittleEye.Frames;

namespace PiLittleEye.ApplianceTests;

/// <summary>A webcam that has one pixel format only: what comes out has the colours that went in.</summary>
public sealed class WebcamTests : IAsyncDisposable
{
    private const int Tolerance = 12;

    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_toNotice = TimeSpan.FromSeconds(20);

    // From left to right: what test cards have had since 1951, at three quarters of full light.
    private static readonly (int R, int G, int B)[] s_bars =
    [
        (191, 191, 191),
        (191, 191, 0),
        (0, 191, 191),
        (0, 191, 0),
        (191, 0, 191),
        (191, 0, 0),
        (0, 0, 191),
    ];

    private readonly Appliance _appliance;
    private readonly Webcam _webcam;

    public WebcamTests(Appliance appliance) => (_appliance, _webcam) = (appliance, new Webcam(appliance));

    [Theory]
    [InlineData("mjpeg")]
    [InlineData("yuyv422")]
    [InlineData("nv12")]
    public async Task Its_pictures_have_size_and_colours_of_what_was_fed_in(string format)
    {
        await _webcam.PlugInAsync(format);
        await using var stream = await _appliance.WatchAsync(Appliance.Loopback);

        using var picture = (await stream.LiveAsync(s_start)).Decode();

        Assert.Equal(new Resolution(640, 480), picture.Size);
        for (var i = 0; i < s_bars.Length; i++)
        {
            var (expected, seen) = (Colour(s_bars[i]), Look.At(picture, (((2 * i) + 1) * 640 / s_bars.Length / 2) & ~1, 160));
            Assert.True(Look.IsNear(expected, seen, Tolerance), $"bar {i} is {seen}, not {expected}");
        }
    }

    [Fact]
    public async Task When_it_falls_silent_the_stream_says_why_and_goes_on_when_it_speaks_again()
    {
        await _webcam.PlugInAsync("mjpeg");
        await using var stream = await _appliance.WatchAsync(Appliance.Loopback);
        await stream.LiveAsync(s_start);

        await _webcam.PullOutAsync();
        await stream.UntilAsync("a card that says no-frames", s_toNotice, part => part.State == "no-frames");
        await _appliance.UntilAsync(
            Appliance.Loopback,
            "unavailable",
            s_toNotice,
            status => status is { State: "unavailable", Remedy: not null }
        );

        await _webcam.PlugInAsync("mjpeg");
        await stream.LiveAsync(s_start);
    }

    public async ValueTask DisposeAsync() => await _webcam.PullOutAsync();

    // ITU-R BT.601 at full range, as JPEG has it.
    private static (int Y, int U, int V) Colour((int R, int G, int B) bar)
    {
        var luma = (0.299 * bar.R) + (0.587 * bar.G) + (0.114 * bar.B);
        return ((int)luma, (int)(128 + ((bar.B - luma) * 0.564)), (int)(128 + ((bar.R - luma) * 0.713)));
    }
}
