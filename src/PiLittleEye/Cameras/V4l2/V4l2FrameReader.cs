using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>Turns the bytes of one captured buffer into a frame, after a look at whether they are all there.</summary>
internal sealed class V4l2FrameReader
{
    // Eight bytes for a pixel of the largest picture. A driver that says more is not believed, so that no sum here overflows.
    private const int WidestStride = Resolution.Largest * 8;
    private const int MostMemories = 3;

    private readonly V4l2PixelLayout _layout;
    private readonly PlanePlace[] _places;
    private readonly bool _isLimitedRange;
    private readonly int _roomForJpeg;

    private V4l2FrameReader(V4l2PixelLayout layout, PlanePlace[] places, VideoFormat format)
    {
        _layout = layout;
        _places = places;
        _isLimitedRange = format.IsLimitedRange;
        Size = new Resolution(format.Width, format.Height);
        _roomForJpeg = Math.Min(format.Planes[0].Length, 2 * Size.I420Length);
    }

    public Resolution Size { get; }

    /// <returns>Null when the device agreed to something that cannot be read.</returns>
    public static V4l2FrameReader? For(VideoFormat format)
    {
        var size = new Resolution(format.Width, format.Height);
        if (!size.IsUsable || !format.IsWholeFrames || format.Planes.IsEmpty || V4l2PixelLayout.Of(format.Format) is not { } layout)
        {
            return null;
        }

        Span<int> strides = stackalloc int[MostMemories];
        for (var i = 0; i < Math.Min(format.Planes.Length, MostMemories); i++)
        {
            strides[i] = format.Planes[i].BytesPerLine;
        }

        var places = layout.Places(size, strides);
        return Array.TrueForAll(
            places,
            place => place.Stride >= place.Length && place.Stride <= WidestStride && place.Memory < format.Planes.Length
        )
            ? new V4l2FrameReader(layout, places, format)
            : null;
    }

    /// <summary>Reads a buffer of one to three pieces of memory; those it does not have are empty.</summary>
    public FrameVerdict Read(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, RawFrame frame)
    {
        if (_layout.IsCompressed)
        {
            return ReadJpeg(first, frame);
        }

        foreach (var place in _places)
        {
            if (Memory(place, first, second, third).Length < place.End)
            {
                return FrameVerdict.Short;
            }
        }

        var picture = frame.ShapeAsI420(Size);
        var rows = Rows(_places[0], first, second, third);
        switch (_layout.Kind)
        {
            case V4l2PlaneKind.Packed:
                PackedPixels.ToI420(rows, picture, _layout.IsSwapped ? PackedOrder.ChromaFirst : PackedOrder.LumaFirst, _isLimitedRange);
                break;
            case V4l2PlaneKind.SemiPlanar:
                SemiPlanarPixels.ToI420(rows, Rows(_places[1], first, second, third), picture, _layout.IsSwapped, _isLimitedRange);
                break;
            default:
                var (u, v) = _layout.IsSwapped ? (_places[2], _places[1]) : (_places[1], _places[2]);
                PlanarPixels.ToI420(rows, Rows(u, first, second, third), Rows(v, first, second, third), picture, _isLimitedRange);
                break;
        }

        return FrameVerdict.Whole;
    }

    private FrameVerdict ReadJpeg(ReadOnlySpan<byte> bytes, RawFrame frame)
    {
        if (!MjpegFrame.TryRead(bytes, out var jpeg))
        {
            return FrameVerdict.Short;
        }

        if (jpeg.Size != Size)
        {
            return FrameVerdict.WrongSize;
        }

        // The largest first, so that the memory is made once and not anew for each JPEG that is a little longer than all before.
        frame.ShapeAsMjpeg(Size, Math.Max(jpeg.CompleteLength, _roomForJpeg));
        jpeg.CopyTo(bytes, frame.ShapeAsMjpeg(Size, jpeg.CompleteLength));
        return FrameVerdict.Whole;
    }

    private static ReadOnlySpan<byte> Memory(
        PlanePlace place,
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second,
        ReadOnlySpan<byte> third
    ) =>
        place.Memory switch
        {
            0 => first,
            1 => second,
            _ => third,
        };

    private static PixelRows Rows(PlanePlace place, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) =>
        new(Memory(place, first, second, third)[place.Offset..], place.Stride, place.Length, place.Count);
}
