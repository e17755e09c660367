using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PiLittleEye.Native.V4l2;

/// <summary>
/// Layouts of linux/videodev2.h, names kept. C's <c>long</c> and pointers are <c>nint</c>, so one declaration serves 32 and 64 bit;
/// tests compare every size and offset with the header of the machine they run on.
/// </summary>
internal static unsafe class VideoDeviceStructs
{
    public const int VIDEO_MAX_PLANES = 8;

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_capability
    {
        public fixed byte driver[16];
        public fixed byte card[32];
        public fixed byte bus_info[32];
        public uint version;
        public uint capabilities;
        public uint device_caps;
        public fixed uint reserved[3];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_fract
    {
        public uint numerator;
        public uint denominator;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_fmtdesc
    {
        public uint index;
        public uint type;
        public uint flags;
        public fixed byte description[32];
        public uint pixelformat;
        public uint mbus_code;
        public fixed uint reserved[3];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_frmsizeenum
    {
        public uint index;
        public uint pixel_format;
        public uint type;

        // The union: width and height of a discrete size, or min, max and step of the width and then of the height.
        public fixed uint size[6];
        public fixed uint reserved[2];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_frmivalenum
    {
        public uint index;
        public uint pixel_format;
        public uint width;
        public uint height;
        public uint type;

        // The union: one discrete interval, or the shortest, the longest and the step between.
        public v4l2_fract min;
        public v4l2_fract max;
        public v4l2_fract step;
        public fixed uint reserved[2];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_pix_format
    {
        public uint width;
        public uint height;
        public uint pixelformat;
        public uint field;
        public uint bytesperline;
        public uint sizeimage;
        public uint colorspace;
        public uint priv;
        public uint flags;
        public uint ycbcr_enc;
        public uint quantization;
        public uint xfer_func;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal struct v4l2_plane_pix_format
    {
        public uint sizeimage;
        public uint bytesperline;
        public fixed ushort reserved[6];
    }

    [InlineArray(VIDEO_MAX_PLANES)]
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal struct v4l2_plane_pix_formats
    {
        private v4l2_plane_pix_format _first;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal struct v4l2_pix_format_mplane
    {
        public uint width;
        public uint height;
        public uint pixelformat;
        public uint field;
        public uint colorspace;
        public v4l2_plane_pix_formats plane_fmt;
        public byte num_planes;
        public byte flags;
        public byte ycbcr_enc;
        public byte quantization;
        public byte xfer_func;
        public fixed byte reserved[7];
    }

    [StructLayout(LayoutKind.Explicit, Size = 200)]
    internal struct v4l2_format_union
    {
        [FieldOffset(0)]
        public v4l2_pix_format pix;

        [FieldOffset(0)]
        public v4l2_pix_format_mplane pix_mp;

        // The overlay window, never used here, begins with numbers but holds pointers: it is what aligns the union.
        [FieldOffset(0)]
        public nint win;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_format
    {
        public uint type;
        public v4l2_format_union fmt;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_captureparm
    {
        public uint capability;
        public uint capturemode;
        public v4l2_fract timeperframe;
        public uint extendedmode;
        public uint readbuffers;
        public fixed uint reserved[4];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_streamparm
    {
        public uint type;
        public v4l2_captureparm capture;
        public fixed byte raw_data[160];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_requestbuffers
    {
        public uint count;
        public uint type;
        public uint memory;
        public uint capabilities;
        public byte flags;
        public fixed byte reserved[3];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_plane
    {
        public uint bytesused;
        public uint length;

        // mem_offset, userptr or fd; the offset is the low half on our little-endian machines.
        public nuint m;
        public uint data_offset;
        public fixed uint reserved[11];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_timecode
    {
        public uint type;
        public uint flags;
        public byte frames;
        public byte seconds;
        public byte minutes;
        public byte hours;
        public fixed byte userbits[4];
    }

    /// <summary>
    /// On 32 bit this is the layout with a 32-bit time, which every kernel still takes; the request number, made from the size, says which.
    /// The stamps count from boot, so the year 2038 is no concern.
    /// </summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct v4l2_buffer
    {
        public uint index;
        public uint type;
        public uint bytesused;
        public uint flags;
        public uint field;
        public nint timestamp_sec;
        public nint timestamp_usec;
        public v4l2_timecode timecode;
        public uint sequence;
        public uint memory;

        // offset, userptr, planes or fd.
        public nuint m;
        public uint length;
        public uint reserved2;
        public int request_fd;
    }
}
