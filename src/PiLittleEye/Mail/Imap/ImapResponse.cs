using System.Globalization;
using System.Text;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>One response of the server, whatever number of lines and literals it had. Reading it fails only where <see cref="Values"/> are asked for.</summary>
internal sealed class ImapResponse
{
    private static readonly string[] s_states = ["OK", "NO", "BAD", "BYE", "PREAUTH"];

    private readonly IReadOnlyList<byte[]> _literals;
    private readonly ReadOnlyMemory<byte> _rest;
    private readonly ReadOnlyMemory<byte> _words;

    private ImapResponse(string tag, string keyword, uint number, ReadOnlyMemory<byte> rest, IReadOnlyList<byte[]> literals)
    {
        (Tag, Keyword, Number, _rest, _literals) = (tag, keyword, number, rest, literals);
        if (IsStatus)
        {
            (Code, CodeText, _words) = ReadStatus(rest);
        }
    }

    /// <summary><c>*</c>, <c>+</c>, or that of the command it ends.</summary>
    public string Tag { get; }

    /// <summary>In capitals: OK, NO, BAD, BYE, CAPABILITY, EXISTS, FETCH …; empty for <c>+</c>.</summary>
    public string Keyword { get; }

    /// <summary>What stands before EXISTS, EXPUNGE, FETCH.</summary>
    public uint Number { get; }

    /// <summary>In capitals, what stands in square brackets: UIDNEXT, ALERT, AUTHENTICATIONFAILED …; empty when there is none.</summary>
    public string Code { get; } = "";

    /// <summary>What follows the code within its brackets.</summary>
    public string CodeText { get; } = "";

    /// <summary>The server's sentence, fit to be shown.</summary>
    public string Words => ServerWords.Quote(_words.Span);

    public bool IsUntagged => Tag == "*";

    public bool IsContinuation => Tag == "+";

    public bool IsOk => Keyword == "OK";

    public bool IsStatus => Keyword.Length > 0 && s_states.Contains(Keyword, StringComparer.Ordinal);

    /// <exception cref="ImapSyntaxException">They cannot be read.</exception>
    public List<ImapValue> Values => ImapTree.Read(_rest, _literals);

    public static ImapResponse Read(ReadOnlyMemory<byte> text, IReadOnlyList<byte[]> literals)
    {
        var rest = text;
        var tag = Word(ref rest);
        if (tag == "+")
        {
            return new ImapResponse(tag, "", 0, rest, literals);
        }

        var keyword = Word(ref rest);
        return uint.TryParse(keyword, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ImapResponse(tag, Word(ref rest), number, rest, literals)
            : new ImapResponse(tag, keyword, 0, rest, literals);
    }

    private static (string Code, string CodeText, ReadOnlyMemory<byte> Words) ReadStatus(ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)']');
        if (rest.IsEmpty || rest.Span[0] != '[' || end < 0)
        {
            return ("", "", rest);
        }

        var inside = Encoding.Latin1.GetString(rest.Span[1..end]);
        var blank = inside.IndexOf(' ', StringComparison.Ordinal);
        return ((blank < 0 ? inside : inside[..blank]).ToUpperInvariant(), blank < 0 ? "" : inside[(blank + 1)..], rest[(end + 1)..]);
    }

    private static string Word(ref ReadOnlyMemory<byte> rest)
    {
        var blank = rest.Span.IndexOfAny((byte)' ', (byte)'(');
        // Nothing that is asked for has a longer name; a longer one is none of them.
        var word = blank < 0 ? rest : rest[..blank];
        rest = blank < 0 ? ReadOnlyMemory<byte>.Empty : rest[(rest.Span[blank] == ' ' ? blank + 1 : blank)..];
        return Encoding.Latin1.GetString(word.Span).ToUpperInvariant();
    }
}
