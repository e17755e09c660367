using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;
using PiLittleEye.Native.Turbojpeg;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Imaging;

public sealed class FrameRendererTests : IDisposable
{
    private const string Moment = "2026-11-21 14:03:59";

    private static readonly Resolution s_size = new(320, 240);

    private readonly JpegFramePool _pool = new();
    private readonly FrameRenderer _renderer;
    private readonly RawFrame _raw = new();

    public FrameRendererTests() => _renderer = new FrameRenderer(_pool);

    [Fact]
    public void A_plain_picture_is_compressed_with_its_size_and_moment()
    {
        var frame = _renderer.Render(Captured(), Settings());

        Assert.Equal((s_size, SteppingClock.Start, true), (frame.Size, frame.CapturedAt, frame.IsLive));
        using var seen = JpegReader.Decode(frame);
        Assert.Equal((s_size, Quadrants.Upright), (seen.Size, Quadrants.Read(seen.Picture)));
    }

    [Theory]
    [InlineData(90, false, "BR/WG")]
    [InlineData(180, false, "WB/GR")]
    [InlineData(270, false, "GW/RB")]
    [InlineData(90, true, "RB/GW")]
    public void It_is_turned(int rotation, bool horizontal, string expected)
    {
        var turn = new PictureTurn((Rotation)rotation, horizontal, FlipVertical: false);

        var frame = _renderer.Render(Captured(), Settings(turn));

        Assert.Equal(turn.Apply(s_size), frame.Size);
        using var seen = JpegReader.Decode(frame);
        Assert.Equal((turn.Apply(s_size), expected), (seen.Size, Quadrants.Read(seen.Picture)));
    }

    [Theory]
    [InlineData(0, StampCorner.TopLeft)]
    [InlineData(90, StampCorner.BottomRight)]
    [InlineData(180, StampCorner.TopRight)]
    [InlineData(270, StampCorner.BottomLeft)]
    public void The_stamp_tells_the_moment_of_capture_upright_in_the_turned_picture(int rotation, object corner)
    {
        var turn = new PictureTurn((Rotation)rotation, FlipHorizontal: true, FlipVertical: false);

        var frame = _renderer.Render(Captured(), Settings(turn, (StampCorner)corner));

        using var seen = JpegReader.Decode(frame);
        Assert.Equal(Moment, StampReader.Read(seen.Picture.Y, seen.Size, StampSize.Medium, (StampCorner)corner, Moment.Length));
    }

    [Theory]
    [InlineData("422")]
    [InlineData("444")]
    [InlineData("420")]
    public void A_jpeg_from_the_camera_passes_untouched_when_nothing_is_to_be_done(string kind)
    {
        var jpeg = JpegReader.Sample(kind);

        var frame = _renderer.Render(Captured(jpeg), Settings(quality: 10));

        Assert.Equal(jpeg, frame.Jpeg.ToArray());
        Assert.Equal((Some.Size, SteppingClock.Start), (frame.Size, frame.CapturedAt));
    }

    [Fact]
    public void It_passes_even_when_it_is_larger_than_ours_could_be()
    {
        var jpeg = new byte[JpegCompressor.RoomFor(64, 64) + 1];
        new Noise(1).Fill(jpeg);
        Assert.Equal(jpeg, _renderer.Render(Captured(jpeg), Settings()).Jpeg.ToArray());
    }

    [Fact]
    public void A_jpeg_from_the_camera_is_decoded_when_it_must_be_turned_or_stamped()
    {
        var quarter = new PictureTurn(Rotation.Quarter, FlipHorizontal: false, FlipVertical: false);

        using var turned = JpegReader.Decode(_renderer.Render(Captured(JpegReader.Sample("422")), Settings(quarter)));
        var stamped = _renderer.Render(Captured(JpegReader.Sample("422")), Settings(corner: StampCorner.TopLeft));

        Assert.Equal("BR/WG", Quadrants.Read(turned.Picture));
        Assert.NotEqual(JpegReader.Sample("422"), stamped.Jpeg.ToArray());
        Assert.Equal(SteppingClock.Start, stamped.CapturedAt);
    }

    [Fact]
    public void A_damaged_jpeg_is_refused_and_the_next_frame_is_rendered()
    {
        Assert.Throws<JpegException>(() => _renderer.Render(Captured([1, 2, 3]), Settings(corner: StampCorner.TopLeft)));

        using var seen = JpegReader.Decode(_renderer.Render(Captured(), Settings()));
        Assert.Equal(Quadrants.Upright, Quadrants.Read(seen.Picture));
    }

    [Fact]
    public void A_refused_frame_is_not_lost_for_the_pool()
    {
        var frame = _renderer.Render(Captured(), Settings());
        frame.Release();

        Assert.Throws<JpegException>(() => _renderer.Render(Captured(), Settings(quality: 1000)));

        Assert.Same(frame, _pool.Rent(frame.Capacity));
    }

    [Fact]
    public void The_frame_is_held_once_by_whoever_asked()
    {
        var frame = _renderer.Render(Captured(), Settings());
        frame.Release();
        Assert.Same(frame, _renderer.Render(Captured(), Settings()));
    }

    [Fact]
    public void A_better_quality_has_more_bytes()
    {
        var good = _renderer.Render(Captured(), Settings(quality: 95, corner: StampCorner.TopLeft)).Length;
        var poor = _renderer.Render(Captured(), Settings(quality: 20, corner: StampCorner.TopLeft)).Length;
        Assert.InRange(poor, 1, good - 1);
    }

    [Fact]
    public void In_the_steady_state_a_frame_allocates_nothing()
    {
        var settings = Settings(new PictureTurn(Rotation.Quarter, FlipHorizontal: false, FlipVertical: false), StampCorner.TopLeft);
        using var jpeg = new RawFrame();
        var sample = JpegReader.Sample("422");
        sample.CopyTo(jpeg.ShapeAsMjpeg(Some.Size, sample.Length));
        RawFrame[] frames = [Captured(), jpeg];
        foreach (var captured in frames)
        {
            // The runtime may allocate while it compiles a method again; a round without that must be free of it.
            Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBy(captured)));
        }

        long AllocatedBy(RawFrame captured)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var frame = 0; frame < 30; frame++)
            {
                captured.Stamp(frame, SteppingClock.Start.AddSeconds(frame / 10));
                _renderer.Render(captured, settings).Release();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    public void Dispose()
    {
        _renderer.Dispose();
        _raw.Dispose();
        _pool.Dispose();
    }

    private static PictureSettings Settings(PictureTurn turn = default, StampCorner? corner = null, int quality = 90) =>
        new(
            turn,
            new StampSettings(
                corner is not null,
                corner ?? default,
                StampSize.Medium,
                "yyyy-MM-dd HH:mm:ss",
                TimeZoneInfo.Utc,
                Label: null
            ),
            quality
        );

    private RawFrame Captured()
    {
        Quadrants.Paint(_raw.ShapeAsI420(s_size));
        _raw.Stamp(7, SteppingClock.Start);
        return _raw;
    }

    private RawFrame Captured(byte[] jpeg)
    {
        jpeg.CopyTo(_raw.ShapeAsMjpeg(Some.Size, jpeg.Length));
        _raw.Stamp(7, SteppingClock.Start);
        return _raw;
    }
}
