namespace PiLittleEye.Mail.Mime;

/// <summary>
/// Undoes a transfer encoding (RFC 2045). Takes whatever comes: of a part that was cut off it gives what is whole, and what is no encoding
/// stays as it is.
/// </summary>
internal static class TransferDecoder
{
    /// <param name="encoding">In lower case; everything but base64 and quoted-printable is taken as it is.</param>
    /// <param name="body">As it was sent.</param>
    public static byte[] Decode(string encoding, ReadOnlySpan<byte> body) =>
        encoding switch
        {
            "base64" => Base64(body),
            "quoted-printable" => QuotedPrintable(body),
            _ => body.ToArray(),
        };

    // Not Convert: it refuses the whole for one wrong sign, and mails have line ends, footers and cut ends.
    private static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[(body.Length / 4 * 3) + 3];
        var length = 0;
        var (bits, count) = (0, 0);
        foreach (var sign in body)
        {
            if (sign == '=')
            {
                break;
            }

            if (ValueOf(sign) is not (var value and >= 0))
            {
                continue;
            }

            bits = (bits << 6) | value;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                decoded[length++] = (byte)(bits >> count);
            }
        }

        return decoded[..length];
    }

    private static int ValueOf(byte sign) =>
        sign switch
        {
            >= (byte)'A' and <= (byte)'Z' => sign - 'A',
            >= (byte)'a' and <= (byte)'z' => sign - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => sign - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => -1,
        };

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[body.Length];
        var length = 0;
        while (!body.IsEmpty)
        {
            var next = body.IndexOf((byte)'=');
            var plain = next < 0 ? body : body[..next];
            plain.CopyTo(decoded.AsSpan(length));
            length += plain.Length;
            if (next < 0)
            {
                break;
            }

            body = body[next..];
            if (SoftBreak(body) is var soft and > 0)
            {
                body = body[soft..];
            }
            else if (body.Length >= 3 && HexOf(body[1]) is var high and >= 0 && HexOf(body[2]) is var low and >= 0)
            {
                decoded[length++] = (byte)((high << 4) | low);
                body = body[3..];
            }
            else if (body.Length < 3)
            {
                // Cut in the middle of a sign.
                break;
            }
            else
            {
                decoded[length++] = (byte)'=';
                body = body[1..];
            }
        }

        return decoded[..length];
    }

    // "=", blanks that some relay added (RFC 2045 6.7 rule 3), and a line end of whatever kind.
    private static int SoftBreak(ReadOnlySpan<byte> body)
    {
        // A line has 76 signs at most; more blanks than that are no line end.
        const int longest = 80;
        for (var index = 1; index < body.Length && index < longest; index++)
        {
            switch (body[index])
            {
                case (byte)' ' or (byte)'\t':
                    continue;
                case (byte)'\r':
                    return index + (index + 1 < body.Length && body[index + 1] == '\n' ? 2 : 1);
                case (byte)'\n':
                    return index + 1;
                default:
                    return 0;
            }
        }

        return 0;
    }

    private static int HexOf(byte sign) =>
        sign switch
        {
            >= (byte)'0' and <= (byte)'9' => sign - '0',
            >= (byte)'A' and <= (byte)'F' => sign - 'A' + 10,
            // Capitals are demanded; some phones send small ones.
            >= (byte)'a' and <= (byte)'f' => sign - 'a' + 10,
            _ => -1,
        };
}
