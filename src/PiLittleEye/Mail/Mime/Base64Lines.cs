using System.Buffers.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>Bytes as base64 in lines of 76 (RFC 2045 6.8).</summary>
internal static class Base64Lines
{
    private const int BytesOfLine = 57;
    private const int LineOfBytes = 78;

    public static int LengthOf(int bytes)
    {
        var (lines, rest) = Math.DivRem(bytes, BytesOfLine);
        return checked((lines * LineOfBytes) + (rest == 0 ? 0 : Base64.GetMaxEncodedToUtf8Length(rest) + 2));
    }

    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new byte[LengthOf(bytes.Length)];
        var rest = output.AsSpan();
        while (!bytes.IsEmpty)
        {
            var line = bytes[..Math.Min(BytesOfLine, bytes.Length)];
            Base64.EncodeToUtf8(line, rest, out _, out var written);
            "\r\n"u8.CopyTo(rest[written..]);
            rest = rest[(written + 2)..];
            bytes = bytes[line.Length..];
        }

        return output;
    }
}
