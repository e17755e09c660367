using System.Buffers;
using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>
/// Header lines of at most 78 characters where that can be, 998 always (RFC 5322 2.1.1). Refuses CR, LF and NUL wherever they come from:
/// with them somebody who only chose a camera's name would write headers.
/// </summary>
internal sealed class HeaderWriter
{
    private const int PreferredLine = 78;
    private const int LongestLine = 998;

    private static readonly SearchValues<char> s_atom = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~"
    );

    private readonly StringBuilder _lines = new();

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_lines.ToString());

    /// <summary>What has a grammar: folded only between the tokens.</summary>
    /// <exception cref="MailRefusedException">A token cannot stand in a header.</exception>
    public HeaderWriter Add(string name, params ReadOnlySpan<string> tokens)
    {
        var column = Begin(name);
        foreach (var token in tokens)
        {
            Refuse(name, token);
            if (token.AsSpan().ContainsAnyExceptInRange(' ', '~') || token.Length > LongestLine - name.Length - 2)
            {
                throw Wrong(name, "holds characters that a header may not have, or is too long");
            }

            column = Put(token, column, name.Length + 2);
        }

        _lines.Append("\r\n");
        return this;
    }

    /// <summary>What people read: in any script.</summary>
    public HeaderWriter AddText(string name, string text)
    {
        Refuse(name, text);
        return Add(name, IsPlain(text) ? text.Split(' ') : [.. EncodedWords.Of(text, PreferredLine - name.Length - 2)]);
    }

    /// <summary>A name of any script before an address.</summary>
    public HeaderWriter AddMailbox(string name, string person, string address)
    {
        Refuse(name, person);
        var phrase = person switch
        {
            "" => [],
            _ when !IsPlain(person) => EncodedWords.Of(person, PreferredLine - name.Length - 2),
            _ when person.Split(' ').All(word => !word.AsSpan().ContainsAnyExcept(s_atom)) => person.Split(' '),
            _ when Quoted(person) is { } quoted && quoted.Length <= PreferredLine - name.Length - 2 => [quoted],
            _ => EncodedWords.Of(person, PreferredLine - name.Length - 2),
        };
        return Add(name, [.. phrase, person.Length == 0 ? address : $"<{address}>"]);
    }

    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <exception cref="MailRefusedException">It would end the header.</exception>
    private static void Refuse(string name, string text)
    {
        if (text.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw Wrong(name, "holds a line break or a zero character");
        }
    }

    private static MailRefusedException Wrong(string name, string why) =>
        new("wrong-header", $"The mail cannot be written: its {name} {why}. Change the text or the name that it comes from.");

    // Readers may pull several blanks together and drop the outer ones, and take "=?" for an encoded word.
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.Contains("=?", StringComparison.Ordinal)
        && text.Length > 0
        && Array.TrueForAll(text.Split(' '), word => word.Length is > 0 and <= EncodedWords.Longest - 15);

    private int Begin(string name)
    {
        _lines.Append(name).Append(": ");
        return name.Length + 2;
    }

    private int Put(string token, int column, int start)
    {
        if (column == start)
        {
            _lines.Append(token);
            return column + token.Length;
        }

        var isFolded = column + 1 + token.Length > PreferredLine;
        _lines.Append(isFolded ? "\r\n " : " ").Append(token);
        return (isFolded ? 1 : column + 1) + token.Length;
    }
}
