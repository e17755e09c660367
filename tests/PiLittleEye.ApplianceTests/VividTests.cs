using PiLittleEye.ApplianceTests.Support;
using PiLittleEye.Frames;

namespace PiLittleEye.ApplianceTests;

/// <summary>Pictures of a real V4L2 device, seen from outside the guest.</summary>
public sealed class VividTests(Appliance appliance)
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Tolerance = 6;
    private const int MostOfBefore = 60;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Ffmpeg_reads_a_hundred_frames_over_https_in_the_size_that_was_set()
    {
        await appliance.ChangeAsync(
            Appliance.Vivid,
            """{"width":1280,"height":720,"framesPerSecond":15,"rotation":0,"stamp":{"enabled":true}}"""
        );

        Assert.Equal((100, "1280x720"), await Player.ReadAsync(appliance, Appliance.Vivid, 100));
    }

    [Fact]
    public async Task A_picture_turned_by_90_degrees_is_the_upright_one_turned_clockwise_pixel_by_pixel()
    {
        await appliance.ChangeAsync(
            Appliance.Vivid,
            """{"width":640,"height":480,"framesPerSecond":10,"rotation":0,"flipHorizontal":false,"flipVertical":false,"stamp":{"enabled":false}}"""
        );
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        using var upright = await PictureAsync(stream, new Resolution(Width, Height));

        await appliance.ChangeAsync(Appliance.Vivid, """{"rotation":90}""");
        using var turned = await PictureAsync(stream, new Resolution(Height, Width));

        // The colour bars stand upright in the one and lie in the other, the first of them above.
        // Only the lower half is compared: the driver's nine lines of 16 pixels reach down to row 144, and some of them
        // change from one picture to the next.
        for (var y = Height / 2; y < Height - Tolerance; y += Height / 8)
        {
            for (var x = Width / 16; x < Width; x += Width / 8)
            {
                var (here, there) = (Look.At(upright, x, y), Look.At(turned, Height - 1 - y, x));
                Assert.True(Look.IsNear(here, there, Tolerance), $"({x},{y}) is {here} upright and {there} turned");
            }
        }

        Assert.False(Look.IsNear(Look.At(turned, 240, 40), Look.At(turned, 240, 600), 40), "the first bar and the last look alike");
        // The driver writes its counters at the top left, and nowhere else.
        const int text = 24;
        Assert.True(Look.Contrast(upright, 0, 0, text * 2, text) > 100);
        Assert.True(Look.Contrast(turned, Height - text, 0, text, text * 2) > 100, "the driver's letters are not at the top right");
        Assert.True(Look.Contrast(turned, 0, 0, text, text * 2) < 20, "something stands at the top left");
    }

    // The camera may still run in the way of the test before.
    private static async Task<RawFrame> PictureAsync(LiveStream stream, Resolution size)
    {
        for (var tries = 0; ; tries++)
        {
            var frame = (await stream.LiveAsync(s_patience)).Decode();
            if (frame.Size == size || tries == MostOfBefore)
            {
                Assert.Equal(size, frame.Size);
                return frame;
            }

            frame.Dispose();
        }
    }
}
