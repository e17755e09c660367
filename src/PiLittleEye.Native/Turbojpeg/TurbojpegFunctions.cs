using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Turbojpeg;

/// <summary>Declarations of libturbojpeg's TurboJPEG 2 interface (turbojpeg.h), native names kept; version 3 still has them all.</summary>
internal static unsafe partial class TurbojpegFunctions
{
    public const int TJSAMP_444 = 0;
    public const int TJSAMP_422 = 1;
    public const int TJSAMP_420 = 2;
    public const int TJSAMP_GRAY = 3;
    public const int TJSAMP_440 = 4;
    public const int TJFLAG_NOREALLOC = 1024;
    public const int TJERR_WARNING = 0;

    public const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library)]
    public static partial nint tjInitCompress();

    [LibraryImport(Library)]
    public static partial nint tjInitDecompress();

    [LibraryImport(Library)]
    public static partial int tjDestroy(nint handle);

    // "unsigned long" in C: 64 bits on 64-bit systems, 32 on 32-bit ones, as nuint is.
    [LibraryImport(Library)]
    public static partial nuint tjBufSize(int width, int height, int subsampling);

    [LibraryImport(Library)]
    public static partial byte* tjGetErrorStr2(TurbojpegHandle handle);

    [LibraryImport(Library)]
    public static partial int tjGetErrorCode(TurbojpegHandle handle);

    [LibraryImport(Library)]
    public static partial int tjCompressFromYUVPlanes(
        TurbojpegHandle handle,
        byte** planes,
        int width,
        int* strides,
        int height,
        int subsampling,
        byte** jpeg,
        nuint* jpegSize,
        int quality,
        int flags
    );

    [LibraryImport(Library)]
    public static partial int tjDecompressHeader3(
        TurbojpegHandle handle,
        byte* jpeg,
        nuint jpegSize,
        int* width,
        int* height,
        int* subsampling,
        int* colourSpace
    );

    [LibraryImport(Library)]
    public static partial int tjDecompressToYUVPlanes(
        TurbojpegHandle handle,
        byte* jpeg,
        nuint jpegSize,
        byte** planes,
        int width,
        int* strides,
        int height,
        int flags
    );
}
