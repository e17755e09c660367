using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Native.Memory;

namespace PiLittleEye.Cameras.Children;

/// <summary>Where the bytes of a frame go while they come out of the pipe, and making a picture of them once they are all there.</summary>
internal sealed class RawFrameReader(RawLayout layout) : IDisposable
{
    private readonly NativeBuffer? _padded = layout.IsPacked ? null : new NativeBuffer(layout.FrameLength);

    /// <summary>Room for the whole frame as the pipe carries it.</summary>
    public Span<byte> RoomFor(RawFrame frame)
    {
        _ = frame.ShapeAsI420(layout.Size);
        return _padded is null ? frame.Bytes : _padded.Span[..layout.FrameLength];
    }

    /// <summary>Takes the padding away and the colours apart, where there is any of either.</summary>
    public void Finish(RawFrame frame)
    {
        if (_padded is null)
        {
            return;
        }

        var (width, height) = layout.Size;
        var luma = layout.Stride * layout.Rows;
        var y = new PixelRows(_padded.Span[..luma], layout.Stride, width, height);
        if (layout.IsSemiPlanar)
        {
            var pairs = new PixelRows(_padded.Span.Slice(luma, luma / 2), layout.Stride, width, height / 2);
            SemiPlanarPixels.ToI420(y, pairs, frame.Picture, isVFirst: false, isLimitedRange: false);
            return;
        }

        var u = new PixelRows(_padded.Span.Slice(luma, luma / 4), layout.Stride / 2, width / 2, height / 2);
        var v = new PixelRows(_padded.Span.Slice(luma + (luma / 4), luma / 4), layout.Stride / 2, width / 2, height / 2);
        PlanarPixels.ToI420(y, u, v, frame.Picture, isLimitedRange: false);
    }

    public void Dispose() => ((IDisposable?)_padded)?.Dispose();
}
