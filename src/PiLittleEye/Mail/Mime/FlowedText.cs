using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>Text that was wrapped for the way and says so (format=flowed, RFC 3676): Apple Mail and Thunderbird send it.</summary>
internal static class FlowedText
{
    // The line between a text and its signature ends in a blank and is none that goes on.
    private const string SignatureLine = "-- ";

    /// <param name="text">With line ends of one kind: LF.</param>
    /// <param name="isDelSp">The blank at the end of a line that goes on belongs to the wrapping and not to the text.</param>
    /// <returns>Paragraphs as they were written; quoted ones with one &gt; in front of them.</returns>
    public static string Unwrap(string text, bool isDelSp)
    {
        var unwrapped = new StringBuilder(text.Length);
        var (goesOn, lastDepth) = (false, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            var depth = line.IndexOfAnyExcept('>') is var first and >= 0 ? first : line.Length;
            line = line[depth..];
            if (line.StartsWith(" ", StringComparison.Ordinal))
            {
                // Stuffed, so that the line does not begin like something else.
                line = line[1..];
            }

            var isSignature = line.SequenceEqual(SignatureLine);
            if (goesOn && (depth != lastDepth || isSignature))
            {
                unwrapped.Append('\n');
                goesOn = false;
            }

            if (!goesOn && depth > 0)
            {
                unwrapped.Append('>');
            }

            goesOn = !isSignature && line.EndsWith(" ", StringComparison.Ordinal);
            lastDepth = depth;
            unwrapped.Append(goesOn && isDelSp ? line[..^1] : line);
            if (!goesOn)
            {
                unwrapped.Append('\n');
            }
        }

        return unwrapped.ToString();
    }
}
