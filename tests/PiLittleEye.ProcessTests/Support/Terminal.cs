using System.Globalization;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>A program at a terminal, where somebody answers what it asks. <c>script</c> of util-linux makes the terminal.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly string _shown;
    private readonly ChildProcess _script;

    private Terminal(string shown, ChildProcess script) => (_shown, _script) = (shown, script);

    public string Screen
    {
        get
        {
            if (!File.Exists(_shown))
            {
                return string.Empty;
            }

            using var file = new FileStream(_shown, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
    }

    public static Terminal Start(Launch launch, params string[] words)
    {
        // One of its own: what an earlier one asked is no question.
        var shown = launch.File(Path.GetRandomFileName());
        var command = string.Join(' ', new[] { "dotnet", Checkout.Program }.Concat(words).Concat(launch.Basics).Select(Quoted));
        var script = ChildProcess.Start(
            ["script", "--quiet", "--return", "--flush", "--echo", "always", "--command", command, shown],
            launch.Environment,
            isTyping: true
        );
        return new Terminal(shown, script);
    }

    /// <summary>Waits for this question, for the how manyth time, and types the answer.</summary>
    public async Task AnswerAsync(string question, string answer, int time = 1)
    {
        await Eventually.HoldsAsync(() => Screen.Split(question).Length > time || _script.HasExited, question);
        await _script.TypeAsync(answer + '\r');
    }

    /// <returns>Exit code and all that was to be seen.</returns>
    public async Task<(int ExitCode, string Screen)> EndAsync()
    {
        var outcome = await _script.EndAsync();
        return (outcome.ExitCode, Screen);
    }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    private static string Quoted(string word) => string.Create(CultureInfo.InvariantCulture, $"'{word}'");
}
