using System.Text.RegularExpressions;

namespace PiLittleEye.Tests.Architecture;

public sealed partial class FormerMistakesTests
{
    [Fact]
    public void Each_has_a_test_that_fails_on_it()
    {
        var there = Directory
            .EnumerateFiles(Path.Combine(House.Checkout, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .SelectMany(file => TestName().Matches(File.ReadAllText(file)).Select(found => found.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);

        var missing = FormerMistakes.All.SelectMany(mistake =>
            mistake.Tests.Where(test => !there.Contains(test)).Select(test => $"{mistake.Mistake}: {test}")
        );
        Assert.Empty(missing);
    }

    // Only what runs: a name in a comment or a table is no test.
    [GeneratedRegex(
        @"\[(Fact|Theory)\b[\s\S]{0,4000}?public (static )?(async )?(Task|void) (?<name>\w+)\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex TestName();
}
