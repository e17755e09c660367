using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>
/// The words of an HTML mail: no tags, no scripts, no styles, and nothing that is quoted. No parser of HTML: it never fails, looks at every
/// sign once, and what it takes wrongly for text is at worst a mail that is not understood.
/// </summary>
internal static class HtmlText
{
    // The longest name of HTML 4 with its signs: &thetasym;
    private const int LongestEntity = 10;

    private static readonly FrozenSet<string> s_dropped = FrozenSet.Create(StringComparer.Ordinal, "script", "style", "title", "noscript");

    private static readonly FrozenSet<string> s_lines = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "hr",
            "table",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "section",
            "body",
        ]
    );

    private static readonly FrozenSet<string> s_cells = FrozenSet.Create(StringComparer.Ordinal, "td", "th", "img");

    /// <returns>Lines ended by LF.</returns>
    public static string Of(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, 4096));
        var quotes = 0;
        for (var index = 0; index < html.Length; )
        {
            var sign = html[index];
            if (sign == '<' && TagAt(html, index) is { } tag)
            {
                quotes = Math.Max(
                    0,
                    quotes
                        + tag.Name switch
                        {
                            "blockquote" => 1,
                            "/blockquote" => -1,
                            _ => 0,
                        }
                );
                Break(text, tag.Name.TrimStart('/'));
                index = tag.Name.StartsWith('/') || !s_dropped.Contains(tag.Name) ? tag.End : EndOfDropped(html, tag.End, tag.Name);
                continue;
            }

            var length = 1;
            if (quotes == 0 && sign == '&')
            {
                length = Entity(html, index, text);
            }
            else if (quotes == 0)
            {
                Append(text, sign);
            }

            index += length;
        }

        return text.ToString();
    }

    // Null when that is no tag but a sign that should have been written &lt;
    private static (string Name, int End)? TagAt(string html, int start)
    {
        if (html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            return (string.Empty, end < 0 ? html.Length : end + 3);
        }

        var name = start + 1;
        if (name >= html.Length || !(char.IsAsciiLetter(html[name]) || html[name] is '/' or '!' or '?'))
        {
            return null;
        }

        var index = name + 1;
        while (index < html.Length && char.IsAsciiLetterOrDigit(html[index]))
        {
            index++;
        }

        // No name that is looked for is longer than that of a quotation.
        var word = html.AsSpan(name, Math.Min(index - name, 12)).ToString().ToLowerInvariant();
        return (word, EndOfTag(html, index));
    }

    // Behind the > that does not stand in the value of an attribute.
    private static int EndOfTag(string html, int index)
    {
        var quote = '\0';
        for (; index < html.Length; index++)
        {
            var sign = html[index];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign is '"' or '\'')
            {
                quote = sign;
            }
            else if (sign == '>')
            {
                return index + 1;
            }
        }

        return html.Length;
    }

    private static int EndOfDropped(string html, int start, string name)
    {
        var end = html.IndexOf($"</{name}", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    private static int Entity(string html, int start, StringBuilder text)
    {
        var word = html.AsSpan(start, Math.Min(LongestEntity, html.Length - start));
        var end = word.IndexOf(';');
        var meant = end < 0 ? null : WebUtility.HtmlDecode(word[..(end + 1)].ToString());
        foreach (var sign in meant ?? "&")
        {
            Append(text, sign);
        }

        return meant is null ? 1 : end + 1;
    }

    private static void Break(StringBuilder text, string tag)
    {
        if (s_lines.Contains(tag))
        {
            text.Append('\n');
        }
        else if (s_cells.Contains(tag))
        {
            Append(text, ' ');
        }
    }

    // However many blanks and line ends: in HTML they are one.
    private static void Append(StringBuilder text, char sign)
    {
        if (sign is not (' ' or '\t' or '\r' or '\n'))
        {
            text.Append(sign);
        }
        else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }
    }
}
