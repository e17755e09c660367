namespace PiLittleEye.Native.V4l2;

/// <summary>Numbers of linux/videodev2.h, names kept.</summary>
internal static class VideoDeviceConstants
{
    public const uint V4L2_CAP_VIDEO_CAPTURE = 0x00000001;
    public const uint V4L2_CAP_VIDEO_CAPTURE_MPLANE = 0x00001000;
    public const uint V4L2_CAP_VIDEO_M2M_MPLANE = 0x00004000;
    public const uint V4L2_CAP_VIDEO_M2M = 0x00008000;
    public const uint V4L2_CAP_STREAMING = 0x04000000;
    public const uint V4L2_CAP_IO_MC = 0x20000000;
    public const uint V4L2_CAP_DEVICE_CAPS = 0x80000000;

    public const uint V4L2_BUF_TYPE_VIDEO_CAPTURE = 1;
    public const uint V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE = 9;
    public const uint V4L2_MEMORY_MMAP = 1;

    public const uint V4L2_FIELD_ANY = 0;
    public const uint V4L2_FIELD_NONE = 1;
    public const uint V4L2_FIELD_INTERLACED = 4;
    public const uint V4L2_FIELD_INTERLACED_TB = 8;
    public const uint V4L2_FIELD_INTERLACED_BT = 9;

    public const uint V4L2_COLORSPACE_JPEG = 7;
    public const uint V4L2_QUANTIZATION_DEFAULT = 0;
    public const uint V4L2_QUANTIZATION_FULL_RANGE = 1;
    public const uint V4L2_QUANTIZATION_LIM_RANGE = 2;

    /// <summary>Says that the fields of v4l2_pix_format behind <c>priv</c> mean something.</summary>
    public const uint V4L2_PIX_FMT_PRIV_MAGIC = 0xfeedcafe;

    public const uint V4L2_FRMSIZE_TYPE_DISCRETE = 1;
    public const uint V4L2_FRMIVAL_TYPE_DISCRETE = 1;
    public const uint V4L2_FRMIVAL_TYPE_CONTINUOUS = 2;
    public const uint V4L2_CAP_TIMEPERFRAME = 0x1000;

    public const uint V4L2_BUF_FLAG_ERROR = 0x00000040;
    public const uint V4L2_BUF_FLAG_TIMESTAMP_MASK = 0x0000e000;
    public const uint V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC = 0x00002000;
}
