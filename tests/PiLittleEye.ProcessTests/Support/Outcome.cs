namespace PiLittleEye.ProcessTests.Support;

/// <summary>How a program ended, and all it said.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    public const int Failed = 1;
    public const int NeedsPerson = 78;

    // Words that a person who rents a printer and not a debugger should never read.
    private static readonly string[] s_innards = ["   at ", "Exception", "Unhandled", "fail:", "crit:", "System.", "Aborted"];

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>It ended with this code and one message, which has all these parts.</summary>
    public void AssertOneMessage(int exitCode, params string[] parts)
    {
        AssertWords(exitCode);
        var message = Assert.Single(ErrorLines);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    /// <summary>It ended because the settings are wrong, and lists exactly these mistakes.</summary>
    public void AssertMistakes(params string[] mistakes)
    {
        AssertWords(NeedsPerson);
        Assert.Equal("The settings are wrong:", ErrorLines[0]);
        Assert.Equal(mistakes.Order(StringComparer.Ordinal), ErrorLines.Skip(1).Select(line => line.Trim()).Order(StringComparer.Ordinal));
    }

    public string AssertWell()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}: {Output}{Error}");
        return Output;
    }

    private void AssertWords(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"Exit code {ExitCode} instead of {exitCode}: {Output}{Error}");
        Assert.All(s_innards, word => Assert.DoesNotContain(word, Output + Error, StringComparison.Ordinal));
    }
}
