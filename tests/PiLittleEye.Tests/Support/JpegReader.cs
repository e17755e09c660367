using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Support;

/// <summary>Looks at a JPEG as a viewer does.</summary>
internal static class JpegReader
{
    public static RawFrame Decode(JpegFrame frame) => Decode(frame.Jpeg.Span);

    public static RawFrame Decode(ReadOnlySpan<byte> jpeg)
    {
        using var decoder = new JpegPictureDecoder();
        var decoded = new RawFrame();
        decoder.Decode(jpeg, decoded);
        return decoded;
    }

    public static byte[] Sample(string kind) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"quadrants-{kind}.jpg"));
}
