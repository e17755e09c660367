namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Finds the one-time code in what a person wrote, and the words beside it. What is quoted, signed or forwarded below is cut off first;
/// of what is left, six digits count that are no part of a telephone number, a date or an amount. Pure.
/// </summary>
internal static class CodeFinder
{
    private const int Digits = 6;

    /// <param name="text">Lines ended by LF.</param>
    public static CodeFinding Find(string text)
    {
        var lines = WrittenPart.Of(text);
        var found = lines.SelectMany((line, index) => CodesIn(line).Select(code => (code, index))).ToList();
        var codes = found.Select(one => one.code).Distinct(StringComparer.Ordinal).ToList();
        // More than one is more than one guess.
        return codes.Count == 1
            ? new CodeFinding(codes[0], IsOnlyOne: true, Beside(lines, found[0].index))
            : new CodeFinding(null, codes.Count == 0, "");
    }

    // The line with the code, the one above and the one below: farther away stands what is not meant for us.
    private static string Beside(IReadOnlyList<string> lines, int index) =>
        string.Join('\n', lines.Skip(Math.Max(0, index - 1)).Take(index == 0 ? 2 : 3));

    private static IEnumerable<string> CodesIn(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (!char.IsAsciiDigit(line[at]))
            {
                continue;
            }

            var end = EndOf(line, at);
            var code = line[at..end];
            // As most authenticators show it: 123 456.
            if (code.Length == 3 && end < line.Length && line[end] == ' ' && EndOf(line, end + 1) == end + 4)
            {
                code += line[(end + 1)..(end + 4)];
                end += 4;
            }

            // In front of one in two halves no digit at all: 1 123 456 is an amount.
            var isAmount = end - at > Digits && SignAt(line, at - 1) == ' ' && char.IsAsciiDigit(SignAt(line, at - 2));
            if (code.Length == Digits && !isAmount && StandsAlone(line, at, end))
            {
                yield return code;
            }

            at = end;
        }
    }

    private static int EndOf(string line, int at)
    {
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            at++;
        }

        return at;
    }

    private static bool StandsAlone(string line, int start, int end)
    {
        var (before, after) = (SignAt(line, start - 1), SignAt(line, end));
        return !IsPartOfWord(before)
            && !IsPartOfWord(after)
            && before != '+'
            && !Joins(before, SignAt(line, start - 2))
            && !Joins(after, SignAt(line, end + 1))
            && !IsNumberBefore(line, start)
            && !IsNumberAfter(line, end);
    }

    private static bool IsPartOfWord(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or '#' or '@' or '=' or '%';

    // A full stop at the end of a sentence joins nothing, one between digits does; and so does the dash of an order number.
    private static bool Joins(char sign, char beyond) =>
        sign is '-' or '/' ? char.IsLetterOrDigit(beyond) : sign is '+' or '.' or ',' or ':' or '(' or ')' && char.IsAsciiDigit(beyond);

    // "030 123456", "(030) 123456": a telephone number. One digit alone may be that of a camera.
    private static bool IsNumberBefore(string line, int start) =>
        SignAt(line, start - 1) == ' '
        && (SignAt(line, start - 2) == ')' ? char.IsAsciiDigit(SignAt(line, start - 3)) : char.IsAsciiDigit(SignAt(line, start - 2)))
        && (char.IsAsciiDigit(SignAt(line, start - 3)) || SignAt(line, start - 3) == '+');

    private static bool IsNumberAfter(string line, int end) =>
        SignAt(line, end) == ' ' && char.IsAsciiDigit(SignAt(line, end + 1)) && char.IsAsciiDigit(SignAt(line, end + 2));

    private static char SignAt(string line, int at) => at >= 0 && at < line.Length ? line[at] : '\0';
}
