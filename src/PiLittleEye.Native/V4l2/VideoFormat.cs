using System.Collections.Immutable;
using static PiLittleEye.Native.V4l2.VideoDeviceConstants;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.V4l2;

/// <summary>What a device delivers, as agreed with its driver.</summary>
/// <param name="Format">Layout of the pixels.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Planes">Pieces of memory; one unless the format says otherwise.</param>
/// <param name="Field">Enum v4l2_field: whether frames come whole.</param>
/// <param name="Colorspace">Enum v4l2_colorspace.</param>
/// <param name="Quantization">Enum v4l2_quantization, which may be "default".</param>
internal sealed record VideoFormat(
    FourCc Format,
    int Width,
    int Height,
    ImmutableArray<VideoPlane> Planes,
    uint Field,
    uint Colorspace,
    uint Quantization
)
{
    /// <summary>False for devices that deliver the two halves of an interlaced picture one after the other.</summary>
    public bool IsWholeFrames =>
        Field is V4L2_FIELD_ANY or V4L2_FIELD_NONE or V4L2_FIELD_INTERLACED or V4L2_FIELD_INTERLACED_TB or V4L2_FIELD_INTERLACED_BT;

    /// <summary>Black is 16 and white 235, not 0 and 255. Unless the driver says, V4L2_MAP_QUANTIZATION_DEFAULT of the header decides.</summary>
    public bool IsLimitedRange =>
        Quantization == V4L2_QUANTIZATION_DEFAULT ? Colorspace != V4L2_COLORSPACE_JPEG : Quantization == V4L2_QUANTIZATION_LIM_RANGE;

    /// <summary>What to ask a driver for: whole frames in its own choice of colours and strides.</summary>
    internal static v4l2_format Wish(uint type, FourCc pixels, int width, int height)
    {
        var format = new v4l2_format { type = type };
        if (type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
        {
            format.fmt.pix_mp.width = (uint)width;
            format.fmt.pix_mp.height = (uint)height;
            format.fmt.pix_mp.pixelformat = pixels.Value;
            format.fmt.pix_mp.field = V4L2_FIELD_NONE;
        }
        else
        {
            format.fmt.pix.width = (uint)width;
            format.fmt.pix.height = (uint)height;
            format.fmt.pix.pixelformat = pixels.Value;
            format.fmt.pix.field = V4L2_FIELD_NONE;
            format.fmt.pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
        }

        return format;
    }

    internal static VideoFormat From(in v4l2_format format) =>
        format.type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE ? From(format.fmt.pix_mp) : From(format.fmt.pix);

    private static VideoFormat From(in v4l2_pix_format pix) =>
        new(
            new FourCc(pix.pixelformat),
            (int)pix.width,
            (int)pix.height,
            [new VideoPlane((int)pix.bytesperline, (int)pix.sizeimage)],
            pix.field,
            pix.colorspace,
            pix.priv == V4L2_PIX_FMT_PRIV_MAGIC ? pix.quantization : V4L2_QUANTIZATION_DEFAULT
        );

    private static VideoFormat From(in v4l2_pix_format_mplane pix)
    {
        var planes = ImmutableArray.CreateBuilder<VideoPlane>();
        for (var i = 0; i < Math.Min((int)pix.num_planes, VIDEO_MAX_PLANES); i++)
        {
            planes.Add(new VideoPlane((int)pix.plane_fmt[i].bytesperline, (int)pix.plane_fmt[i].sizeimage));
        }

        return new VideoFormat(
            new FourCc(pix.pixelformat),
            (int)pix.width,
            (int)pix.height,
            planes.ToImmutable(),
            pix.field,
            pix.colorspace,
            pix.quantization
        );
    }
}
