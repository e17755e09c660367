using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class RawFrameTests : IDisposable
{
    private readonly RawFrame _frame = new();

    [Fact]
    public void A_new_one_has_no_bytes_and_no_picture()
    {
        Assert.True(_frame.Bytes.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => _ = _frame.Picture.Size);
    }

    [Fact]
    public void It_takes_a_planar_picture()
    {
        var size = new Resolution(128, 96);

        new Noise(1).Fill(_frame.ShapeAsI420(size).Y);
        _frame.Stamp(7, SteppingClock.Start);

        Assert.Equal((size, PixelFormat.I420, size.I420Length), (_frame.Size, _frame.Format, _frame.Length));
        Assert.Equal((7, SteppingClock.Start), (_frame.Sequence, _frame.CapturedAt));
        Assert.Equal(size.I420Length, _frame.Bytes.Length);
        Assert.True(_frame.Picture.Y.SequenceEqual(_frame.Bytes[..size.Pixels]));
    }

    [Fact]
    public void It_takes_a_compressed_picture_which_has_no_planes()
    {
        var room = _frame.ShapeAsMjpeg(new Resolution(128, 96), 1234);

        Assert.Equal(1234, room.Length);
        Assert.Equal((PixelFormat.Mjpeg, 1234), (_frame.Format, _frame.Length));
        Assert.Throws<InvalidOperationException>(() => _ = _frame.Picture.Size);
    }

    [Fact]
    public void Its_memory_is_used_again_and_grows_when_it_must()
    {
        _frame.ShapeAsI420(new Resolution(128, 128)).Y[0] = 42;

        var smaller = _frame.ShapeAsI420(new Resolution(64, 64));
        Assert.Equal(42, smaller.Y[0]);
        Assert.Equal(new Resolution(64, 64).I420Length, _frame.Bytes.Length);

        var larger = _frame.ShapeAsI420(new Resolution(640, 480));
        larger.V[^1] = 1;
        Assert.Equal(1, _frame.Bytes[^1]);
    }

    [Fact]
    public void After_its_end_it_has_no_bytes_and_no_picture()
    {
        _frame.ShapeAsI420(Some.Size);

        _frame.Dispose();

        Assert.True(_frame.Bytes.IsEmpty);
        Assert.Throws<InvalidOperationException>(() => _ = _frame.Picture.Size);
    }

    public void Dispose() => _frame.Dispose();
}
