using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>The product's own renderer, fed with eight pictures in turn at the pace of a camera's clock.</summary>
internal sealed class PixelPath : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1 / 30.0);

    private readonly JpegFramePool _pool = new();
    private readonly FrameRenderer _renderer;
    private readonly RawFrame[] _frames;
    private readonly int _quality;
    private DateTimeOffset _moment = TimeProvider.System.GetUtcNow();
    private int _next;

    public PixelPath(SceneFrames frames, int quality)
    {
        _renderer = new FrameRenderer(_pool);
        _quality = quality;
        _frames = [.. Enumerable.Range(0, SceneFrames.Count).Select(number => Load(frames, number))];
    }

    /// <returns>Milliseconds of this thread's processor for one frame.</returns>
    public double Render(Rotation rotation, int frames)
    {
        var stamp = new StampSettings(
            Enabled: true,
            StampCorner.BottomLeft,
            StampSize.Medium,
            "yyyy-MM-dd HH:mm:ss",
            TimeZoneInfo.Local,
            null
        );
        var settings = new PictureSettings(new PictureTurn(rotation, FlipHorizontal: false, FlipVertical: false), stamp, _quality);
        var before = Clocks.ThreadCpu;
        for (var i = 0; i < frames; i++)
        {
            var raw = _frames[_next++ % _frames.Length];
            raw.Stamp(_next, _moment += s_interval);
            _renderer.Render(raw, settings).Release();
        }

        return (Clocks.ThreadCpu - before).TotalMilliseconds / frames;
    }

    public void Dispose()
    {
        _renderer.Dispose();
        _pool.Dispose();
        Array.ForEach(_frames, frame => frame.Dispose());
    }

    private static RawFrame Load(SceneFrames frames, int number)
    {
        var raw = new RawFrame();
        frames.Picture(number).CopyTo(raw.ShapeAsI420(frames.Size));
        return raw;
    }
}
