using PiLittleEye.Native.V4l2;
using static PiLittleEye.Native.V4l2.VideoDeviceConstants;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.Tests.V4l2;

public sealed class VideoFormatTests
{
    private const uint Srgb = 8;

    [Theory]
    [InlineData(V4L2_QUANTIZATION_FULL_RANGE, Srgb, false)]
    [InlineData(V4L2_QUANTIZATION_LIM_RANGE, V4L2_COLORSPACE_JPEG, true)]
    [InlineData(V4L2_QUANTIZATION_DEFAULT, V4L2_COLORSPACE_JPEG, false)]
    [InlineData(V4L2_QUANTIZATION_DEFAULT, Srgb, true)]
    [InlineData(V4L2_QUANTIZATION_DEFAULT, 0u, true)]
    public void The_range_is_what_the_driver_says_or_else_what_the_header_maps_the_colour_space_to(
        uint quantization,
        uint colorspace,
        bool limited
    )
    {
        var format = new v4l2_format { type = V4L2_BUF_TYPE_VIDEO_CAPTURE };
        format.fmt.pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
        format.fmt.pix.quantization = quantization;
        format.fmt.pix.colorspace = colorspace;

        Assert.Equal(limited, VideoFormat.From(format).IsLimitedRange);
    }

    [Fact]
    public void Fields_behind_priv_count_only_with_the_magic_number()
    {
        var format = new v4l2_format { type = V4L2_BUF_TYPE_VIDEO_CAPTURE };
        format.fmt.pix.quantization = V4L2_QUANTIZATION_FULL_RANGE;

        Assert.True(VideoFormat.From(format).IsLimitedRange);
    }

    [Fact]
    public void A_format_of_two_planes_keeps_the_stride_and_length_of_each()
    {
        var format = new v4l2_format { type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE };
        format.fmt.pix_mp.width = 640;
        format.fmt.pix_mp.height = 480;
        format.fmt.pix_mp.pixelformat = FourCc.Nv12Apart.Value;
        format.fmt.pix_mp.num_planes = 2;
        format.fmt.pix_mp.plane_fmt[0] = new v4l2_plane_pix_format { bytesperline = 704, sizeimage = 704 * 480 };
        format.fmt.pix_mp.plane_fmt[1] = new v4l2_plane_pix_format { bytesperline = 768, sizeimage = 768 * 240 };

        var read = VideoFormat.From(format);

        Assert.Equal((FourCc.Nv12Apart, 640, 480), (read.Format, read.Width, read.Height));
        Assert.Equal([new VideoPlane(704, 704 * 480), new VideoPlane(768, 768 * 240)], read.Planes);
    }

    [Fact]
    public void More_planes_than_there_can_be_are_not_read()
    {
        var format = new v4l2_format { type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE };
        format.fmt.pix_mp.num_planes = byte.MaxValue;

        Assert.Equal(VIDEO_MAX_PLANES, VideoFormat.From(format).Planes.Length);
    }

    [Theory]
    [InlineData(V4L2_FIELD_NONE, true)]
    [InlineData(V4L2_FIELD_INTERLACED, true)]
    [InlineData(2u, false)]
    [InlineData(7u, false)]
    public void Half_pictures_are_told_from_whole_ones(uint field, bool whole)
    {
        var format = new v4l2_format { type = V4L2_BUF_TYPE_VIDEO_CAPTURE };
        format.fmt.pix.field = field;

        Assert.Equal(whole, VideoFormat.From(format).IsWholeFrames);
    }
}
