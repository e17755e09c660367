namespace PiLittleEye.Lettering;

/// <summary>Breaks a paragraph into lines of about the same length, as few as the width allows.</summary>
internal static class WordWrap
{
    public static IReadOnlyList<string> Balance(string paragraph, int columns)
    {
        var lines = Fill(paragraph, columns);

        // Narrower as long as it costs no further line: a last line of one word looks like an accident.
        for (var narrower = columns - 1; narrower > 0; narrower--)
        {
            var balanced = Fill(paragraph, narrower);
            if (balanced.Count > lines.Count || LongestWord(paragraph) > narrower)
            {
                break;
            }

            lines = balanced;
        }

        return lines;
    }

    private static int LongestWord(string paragraph) => paragraph.Split(' ').Max(word => word.Length);

    private static List<string> Fill(string paragraph, int columns)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (longer.Length <= columns)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            // A word longer than a line is broken where the line ends.
            line = word;
            while (line.Length > columns)
            {
                lines.Add(line[..columns]);
                line = line[columns..];
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }
}
