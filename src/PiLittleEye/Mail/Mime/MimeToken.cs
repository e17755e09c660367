using System.Buffers;

namespace PiLittleEye.Mail.Mime;

/// <summary>A word of a header that has a grammar (RFC 2045 5.1).</summary>
internal static class MimeToken
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`{|}~"
    );

    public static bool IsOne(string text) => text.Length is > 0 and <= 64 && !text.AsSpan().ContainsAnyExcept(s_letters);
}
