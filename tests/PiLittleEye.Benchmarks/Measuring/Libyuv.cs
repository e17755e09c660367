using System.Runtime.InteropServices;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>The peer for turning pictures: the library that browsers and Android turn theirs with.</summary>
internal static unsafe partial class Libyuv
{
    public static void Rotate(I420Picture source, I420Picture destination, Rotation rotation)
    {
        var (width, height) = source.Size;
        var to = destination.Size.Width;
        fixed (
            byte* y = source.Y,
                u = source.U,
                v = source.V,
                toY = destination.Y,
                toU = destination.U,
                toV = destination.V
        )
        {
            _ = I420Rotate(y, width, u, width / 2, v, width / 2, toY, to, toU, to / 2, toV, to / 2, width, height, (int)rotation);
        }
    }

    [LibraryImport("libyuv.so.0")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int I420Rotate(
        byte* y,
        int strideY,
        byte* u,
        int strideU,
        byte* v,
        int strideV,
        byte* toY,
        int toStrideY,
        byte* toU,
        int toStrideU,
        byte* toV,
        int toStrideV,
        int width,
        int height,
        int degrees
    );
}
