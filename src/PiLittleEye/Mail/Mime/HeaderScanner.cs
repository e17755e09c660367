using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>Reads a structured header word by word (RFC 5322 3.2): blanks, comments within comments, quoted strings.</summary>
/// <param name="text">Unfolded.</param>
internal ref struct HeaderScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public readonly bool IsAtEnd => _at >= _text.Length;

    /// <summary>The next sign, or NUL at the end.</summary>
    public readonly char Next => IsAtEnd ? '\0' : _text[_at];

    public bool TryTake(char sign)
    {
        if (Next != sign || IsAtEnd)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Passes blanks and comments.</summary>
    /// <returns>False when a comment does not end.</returns>
    public bool SkipBlanks()
    {
        var depth = 0;
        for (; !IsAtEnd; _at++)
        {
            switch (_text[_at])
            {
                case ' ' or '\t' or '\r' or '\n':
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                case '\\' when depth > 0:
                    _at++;
                    break;
                default:
                    if (depth == 0)
                    {
                        return true;
                    }

                    break;
            }
        }

        _at = _text.Length;
        return depth == 0;
    }

    /// <summary>Signs up to one of these, which may be none.</summary>
    public ReadOnlySpan<char> TakeUntil(ReadOnlySpan<char> ends)
    {
        var rest = _text[_at..];
        var length = rest.IndexOfAny(ends) is var end and >= 0 ? end : rest.Length;
        _at += length;
        return rest[..length];
    }

    /// <summary>A string in quotation marks, without them.</summary>
    /// <returns>Null when it does not end.</returns>
    public string? TakeQuoted()
    {
        var content = new StringBuilder();
        for (_at++; !IsAtEnd; _at++)
        {
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    return content.ToString();
                case '\\' when _at + 1 < _text.Length:
                    content.Append(_text[++_at]);
                    break;
                default:
                    content.Append(_text[_at]);
                    break;
            }
        }

        return null;
    }
}
