using System.Runtime.InteropServices;
using System.Text;

namespace PiLittleEye.Native.V4l2;

/// <summary>A pixel format as V4L2 names it: four characters in one number, the first one lowest.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FourCc(uint Value)
{
    /// <summary>Packed 4:2:2 in the order Y U Y V.</summary>
    public static readonly FourCc Yuyv = Of("YUYV"u8);

    /// <summary>Packed 4:2:2 in the order U Y V Y.</summary>
    public static readonly FourCc Uyvy = Of("UYVY"u8);

    /// <summary>Planar 4:2:0, Y then U then V.</summary>
    public static readonly FourCc I420 = Of("YU12"u8);

    /// <summary>Planar 4:2:0, Y then V then U.</summary>
    public static readonly FourCc Yv12 = Of("YV12"u8);

    /// <summary>4:2:0, Y and then U and V in turn.</summary>
    public static readonly FourCc Nv12 = Of("NV12"u8);

    /// <summary>4:2:0, Y and then V and U in turn.</summary>
    public static readonly FourCc Nv21 = Of("NV21"u8);

    /// <summary>As <see cref="I420"/>, each plane in memory of its own.</summary>
    public static readonly FourCc I420Apart = Of("YM12"u8);

    /// <summary>As <see cref="Nv12"/>, each plane in memory of its own.</summary>
    public static readonly FourCc Nv12Apart = Of("NM12"u8);

    /// <summary>A JPEG for each frame, as webcams send them.</summary>
    public static readonly FourCc Mjpeg = Of("MJPG"u8);

    /// <summary>A JPEG for each frame with a JFIF header.</summary>
    public static readonly FourCc Jpeg = Of("JPEG"u8);

    /// <summary>The four characters without trailing blanks; a byte that is no printable ASCII shows as a dot.</summary>
    public override string ToString()
    {
        Span<byte> text = [(byte)Value, (byte)(Value >> 8), (byte)(Value >> 16), (byte)(Value >> 24)];
        foreach (ref var character in text)
        {
            character = character is >= 0x20 and < 0x7f ? character : (byte)'.';
        }

        return Encoding.ASCII.GetString(text).TrimEnd(' ');
    }

    private static FourCc Of(ReadOnlySpan<byte> text) =>
        new(text[0] | ((uint)text[1] << 8) | ((uint)text[2] << 16) | ((uint)text[3] << 24));
}
