using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Turbojpeg;

/// <summary>A compressor or decompressor of libturbojpeg. Serves one thread at a time.</summary>
internal sealed unsafe class TurbojpegHandle : SafeHandle
{
    private TurbojpegHandle(nint created)
        : base(0, ownsHandle: true) => SetHandle(created);

    public override bool IsInvalid => handle == 0;

    public static TurbojpegHandle ForCompression() => Checked(TurbojpegFunctions.tjInitCompress());

    public static TurbojpegHandle ForDecompression() => Checked(TurbojpegFunctions.tjInitDecompress());

    public JpegException LastError(string what) => new($"{what}: {Marshal.PtrToStringUTF8((nint)TurbojpegFunctions.tjGetErrorStr2(this))}");

    /// <summary>True when the last call did its work and only grumbled, as with "premature end of file" on a picture missing its last rows.</summary>
    public bool LastErrorIsOnlyWarning => TurbojpegFunctions.tjGetErrorCode(this) == TurbojpegFunctions.TJERR_WARNING;

    protected override bool ReleaseHandle() => TurbojpegFunctions.tjDestroy(handle) == 0;

    private static TurbojpegHandle Checked(nint created) =>
        created != 0 ? new TurbojpegHandle(created) : throw new JpegException("libturbojpeg could not make a codec: out of memory");
}
