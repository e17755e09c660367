namespace PiLittleEye.ProcessTests.Support;

/// <summary>What README.md tells people to type, so that the tests type the very same.</summary>
internal static class Readme
{
    private const string Camera = "pilittleeye.local:5220";

    /// <summary>The one line of a code block, or the one code span, that begins so, for this camera instead of the one in the text.</summary>
    public static string Command(string beginning, Appliance appliance)
    {
        var lines = File.ReadAllLines(Checkout.File("README.md"));
        var spans = lines.SelectMany(line => line.Split('`')).Concat(lines).Select(text => text.Trim());
        var command = Assert.Single(spans.Where(text => text.StartsWith(beginning, StringComparison.Ordinal)).Distinct());
        return command
            .Replace(Camera, $"localhost:{appliance.Port}", StringComparison.Ordinal)
            .Replace("127.0.0.1:5220", $"127.0.0.1:{appliance.Port}", StringComparison.Ordinal)
            .Replace("…\"", $"{Appliance.Password}\"", StringComparison.Ordinal);
    }

    /// <summary>Types it into a shell.</summary>
    public static ChildProcess Type(string command, string directory, string token) =>
        Type(command, directory, new Dictionary<string, string?>(StringComparer.Ordinal) { ["token"] = token });

    /// <param name="variables">Those of the shell that the text uses.</param>
    public static ChildProcess Type(string command, string directory, IReadOnlyDictionary<string, string?> variables) =>
        ChildProcess.Start(
            ["/bin/sh", "-c", command],
            new Dictionary<string, string?>(variables, StringComparer.Ordinal) { ["LC_ALL"] = "C" },
            directory
        );

    public static async Task<Outcome> TypeToEndAsync(string command, string directory, string token)
    {
        await using var shell = Type(command, directory, token);
        return await shell.EndAsync();
    }

    public static async Task<Outcome> TypeToEndAsync(string command, string directory, IReadOnlyDictionary<string, string?> variables)
    {
        await using var shell = Type(command, directory, variables);
        return await shell.EndAsync();
    }
}
