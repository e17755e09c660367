using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PiLittleEye.Native.Libc;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.V4l2;

/// <summary>
/// One ioctl of linux/videodev2.h. Its number holds the size of its argument (asm-generic/ioctl.h: direction, size, type, count),
/// so it is computed from the layout that is really passed and differs between 32 and 64 bit.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe record struct VideoRequest(string Name, uint Number)
{
    private const uint Write = 1;
    private const uint Read = 2;

    public static readonly VideoRequest QueryCapability = Of<v4l2_capability>("VIDIOC_QUERYCAP", 0, Read);
    public static readonly VideoRequest EnumFormat = Of<v4l2_fmtdesc>("VIDIOC_ENUM_FMT", 2, Read | Write);
    public static readonly VideoRequest GetFormat = Of<v4l2_format>("VIDIOC_G_FMT", 4, Read | Write);
    public static readonly VideoRequest SetFormat = Of<v4l2_format>("VIDIOC_S_FMT", 5, Read | Write);
    public static readonly VideoRequest RequestBuffers = Of<v4l2_requestbuffers>("VIDIOC_REQBUFS", 8, Read | Write);
    public static readonly VideoRequest QueryBuffer = Of<v4l2_buffer>("VIDIOC_QUERYBUF", 9, Read | Write);
    public static readonly VideoRequest QueueBuffer = Of<v4l2_buffer>("VIDIOC_QBUF", 15, Read | Write);
    public static readonly VideoRequest DequeueBuffer = Of<v4l2_buffer>("VIDIOC_DQBUF", 17, Read | Write);
    public static readonly VideoRequest StreamOn = Of<int>("VIDIOC_STREAMON", 18, Write);
    public static readonly VideoRequest StreamOff = Of<int>("VIDIOC_STREAMOFF", 19, Write);
    public static readonly VideoRequest SetParameters = Of<v4l2_streamparm>("VIDIOC_S_PARM", 22, Read | Write);
    public static readonly VideoRequest EnumFrameSizes = Of<v4l2_frmsizeenum>("VIDIOC_ENUM_FRAMESIZES", 74, Read | Write);
    public static readonly VideoRequest EnumFrameIntervals = Of<v4l2_frmivalenum>("VIDIOC_ENUM_FRAMEINTERVALS", 75, Read | Write);

    /// <returns>0, or the errno.</returns>
    public int Try<T>(FileDescriptor device, ref T argument)
        where T : unmanaged
    {
        fixed (T* pointer = &argument)
        {
            int error;
            do
            {
                error = LibcFunctions.ioctl((int)device.DangerousGetHandle(), Number, pointer) < 0 ? Marshal.GetLastPInvokeError() : 0;
            } while (error == LibcFunctions.EINTR);

            return error;
        }
    }

    /// <exception cref="NativeCallException">The driver said no.</exception>
    public void Call<T>(FileDescriptor device, ref T argument, string path)
        where T : unmanaged
    {
        var error = Try(device, ref argument);
        if (error != 0)
        {
            throw new NativeCallException(Name, path, error);
        }
    }

    private static VideoRequest Of<T>(string name, uint count, uint direction)
        where T : unmanaged => new(name, (direction << 30) | ((uint)Unsafe.SizeOf<T>() << 16) | ((uint)'V' << 8) | count);
}
