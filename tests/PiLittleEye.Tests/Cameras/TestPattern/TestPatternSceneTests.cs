using PiLittleEye.Cameras.TestPattern;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Cameras.TestPattern;

public sealed class TestPatternSceneTests
{
    [Theory]
    [InlineData(64, 64)]
    [InlineData(66, 64)]
    [InlineData(320, 240)]
    [InlineData(720, 1280)]
    [InlineData(1920, 1080)]
    public void It_fits_every_size_at_every_moment(int width, int height)
    {
        var size = new Resolution(width, height);
        var scene = new TestPatternScene(size);
        var pixels = new byte[size.I420Length];
        for (var seconds = 0; seconds < 130; seconds += 7)
        {
            scene.Draw(new I420Picture(pixels, size), TimeSpan.FromSeconds(seconds + 0.3));
        }

        Assert.True(pixels.Distinct().Count() > 50);
    }

    [Fact]
    public void Two_frames_differ()
    {
        var size = new Resolution(640, 360);
        var scene = new TestPatternScene(size);
        var (one, other) = (new byte[size.I420Length], new byte[size.I420Length]);
        scene.Draw(new I420Picture(one, size), TimeSpan.FromSeconds(1));
        scene.Draw(new I420Picture(other, size), TimeSpan.FromSeconds(1.2));
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        var size = new Resolution(640, 360);
        var scene = new TestPatternScene(size);
        var pixels = new byte[size.I420Length];
        scene.Draw(new I420Picture(pixels, size), TimeSpan.FromSeconds(1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        scene.Draw(new I420Picture(pixels, size), TimeSpan.FromSeconds(2));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Its_lamps_have_the_colours_that_tell_swapped_planes()
    {
        var size = new Resolution(1280, 720);
        var scene = new TestPatternScene(size);
        var pixels = new byte[size.I420Length];
        var picture = new I420Picture(pixels, size);
        scene.Draw(picture, TimeSpan.Zero);

        // The middle of the red and of the blue lamp: 87 hundredths down, 6.4 apart, the first at 47.5 left of the middle.
        var row = 720 * 87 / 100 / 2 * 640;
        var (red, blue) = (row + (int)((640 + ((-47.5 + (5 * 6.4)) * 7.2)) / 2), row + (int)((640 + ((-47.5 + (6 * 6.4)) * 7.2)) / 2));
        Assert.True(picture.V[red] > 200 && picture.U[red] < 128, $"red is U {picture.U[red]}, V {picture.V[red]}");
        Assert.True(picture.U[blue] > 190 && picture.V[blue] < 128, $"blue is U {picture.U[blue]}, V {picture.V[blue]}");
    }
}
