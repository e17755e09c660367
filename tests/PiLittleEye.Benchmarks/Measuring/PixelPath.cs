using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>The product's own renderer, fed with eight pictures in turn, stamped as thirty a second are.</summary>
internal sealed class PixelPath(SceneFrames frames, int quality) : IDisposable
{
    private static readonly JpegFramePool s_pool = new();
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1 / 30.0);

    private readonly FrameRenderer _renderer = new(s_pool);
    private readonly RawFrame _raw = new();
    private DateTimeOffset _moment = TimeProvider.System.GetUtcNow();
    private int _next;

    /// <returns>Milliseconds of this thread's processor for one frame.</returns>
    public double Render(Rotation rotation, int count)
    {
        var stamp = new StampSettings(
            Enabled: true,
            StampCorner.BottomLeft,
            StampSize.Medium,
            "yyyy-MM-dd HH:mm:ss",
            TimeZoneInfo.Local,
            null
        );
        var settings = new PictureSettings(new PictureTurn(rotation, FlipHorizontal: false, FlipVertical: false), stamp, quality);
        var took = TimeSpan.Zero;
        for (var i = 0; i < count; i++)
        {
            // Not counted, here and in the limit: a camera's frame has just been read, too.
            frames.Picture(_next++).CopyTo(_raw.ShapeAsI420(frames.Size));
            _raw.Stamp(_next, _moment += s_interval);
            var before = Clocks.ThreadCpu;
            _renderer.Render(_raw, settings).Release();
            took += Clocks.ThreadCpu - before;
        }

        return took.TotalMilliseconds / count;
    }

    public void Dispose()
    {
        _renderer.Dispose();
        s_pool.Trim();
        _raw.Dispose();
    }
}
