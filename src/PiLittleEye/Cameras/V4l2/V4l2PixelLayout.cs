using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>A pixel format that is read, and how its samples lie in memory.</summary>
/// <param name="Format">Its name in V4L2.</param>
/// <param name="Kind">The shape of its planes.</param>
/// <param name="IsSwapped">V before U; in packed pixels, colour before luma.</param>
/// <param name="IsApart">Each plane has memory of its own instead of following the one before.</param>
internal sealed record V4l2PixelLayout(FourCc Format, V4l2PlaneKind Kind, bool IsSwapped = false, bool IsApart = false)
{
    /// <summary>
    /// In order of preference. Raw before compressed: a JPEG must be decoded to be stamped or turned, and has lost detail already.
    /// Planar before packed: a copy instead of a conversion, and three quarters of the bytes on the bus.
    /// </summary>
    public static readonly IReadOnlyList<V4l2PixelLayout> ByPreference =
    [
        new(FourCc.I420, V4l2PlaneKind.Planar),
        new(FourCc.I420Apart, V4l2PlaneKind.Planar, IsApart: true),
        new(FourCc.Nv12, V4l2PlaneKind.SemiPlanar),
        new(FourCc.Nv12Apart, V4l2PlaneKind.SemiPlanar, IsApart: true),
        new(FourCc.Yv12, V4l2PlaneKind.Planar, IsSwapped: true),
        new(FourCc.Nv21, V4l2PlaneKind.SemiPlanar, IsSwapped: true),
        new(FourCc.Yuyv, V4l2PlaneKind.Packed),
        new(FourCc.Uyvy, V4l2PlaneKind.Packed, IsSwapped: true),
        new(FourCc.Mjpeg, V4l2PlaneKind.Compressed),
        new(FourCc.Jpeg, V4l2PlaneKind.Compressed),
    ];

    public bool IsCompressed => Kind == V4l2PlaneKind.Compressed;

    /// <summary>Lower is better.</summary>
    public int Rank => ByPreference.TakeWhile(layout => layout.Format != Format).Count();

    public static V4l2PixelLayout? Of(FourCc format) => ByPreference.FirstOrDefault(layout => layout.Format == format);

    /// <summary>Where the planes of a picture lie, in the order of memory.</summary>
    /// <param name="size">Of the picture.</param>
    /// <param name="strides">Bytes from row to row as the driver says, for each piece of memory; zero where it does not say.</param>
    public PlanePlace[] Places(Resolution size, ReadOnlySpan<int> strides)
    {
        var (width, height) = (size.Width, size.Height);
        var luma = new PlanePlace(0, 0, Stride(strides, 0, width), width, height);
        switch (Kind)
        {
            case V4l2PlaneKind.Packed:
                return [new PlanePlace(0, 0, Stride(strides, 0, width * 2), width * 2, height)];
            case V4l2PlaneKind.SemiPlanar:
                return
                [
                    luma,
                    IsApart
                        ? new PlanePlace(1, 0, Stride(strides, 1, width), width, height / 2)
                        : new PlanePlace(0, luma.Room, luma.Stride, width, height / 2),
                ];
            case V4l2PlaneKind.Planar when IsApart:
                var (u, v) = (Stride(strides, 1, width / 2), Stride(strides, 2, width / 2));
                return [luma, new PlanePlace(1, 0, u, width / 2, height / 2), new PlanePlace(2, 0, v, width / 2, height / 2)];
            case V4l2PlaneKind.Planar:
                var first = new PlanePlace(0, luma.Room, luma.Stride / 2, width / 2, height / 2);
                return [luma, first, first with { Offset = first.Offset + first.Room }];
            default:
                return [];
        }
    }

    private static int Stride(ReadOnlySpan<int> strides, int memory, int length) => strides[memory] == 0 ? length : strides[memory];
}
