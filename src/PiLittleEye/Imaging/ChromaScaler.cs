using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

internal static class ChromaScaler
{
    public static void ToQuarter(ReadOnlySpan<byte> a, int w, int h, Span<byte> b, Resolution size) => throw new NotSupportedException();
}
