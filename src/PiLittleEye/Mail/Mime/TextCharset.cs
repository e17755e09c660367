using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>
/// Bytes to text. Only digits and a few English words are looked for, and those stand at the same place in nearly every charset; so
/// what is not UTF is read as Latin-1, which takes every byte and never fails.
/// </summary>
internal static class TextCharset
{
    /// <param name="charset">As the part says; null when it says none.</param>
    /// <param name="bytes">After the transfer encoding was undone.</param>
    public static string Decode(string? charset, ReadOnlySpan<byte> bytes) =>
        Of(charset?.Trim().ToLowerInvariant(), bytes).GetString(bytes);

    private static Encoding Of(string? charset, ReadOnlySpan<byte> bytes) =>
        charset switch
        {
            "utf-8" or "utf8" => Encoding.UTF8,
            "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            // Without a mark at its beginning it is the network's order (RFC 2781).
            "utf-16" => bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode : Encoding.BigEndianUnicode,
            "utf-32" or "utf-32le" => Encoding.UTF32,
            _ => Encoding.Latin1,
        };
}
