namespace PiLittleEye.ProcessTests.Support;

/// <summary>How the program is started in one test: with a settings file and a state directory of its own, on any free port of the loopback.</summary>
internal sealed class Launch : IDisposable
{
    private readonly TemporaryDirectory _home = new();

    public Launch()
    {
        SettingsFile = _home.Write("etc/settings.json", "{}");
        StateDirectory = _home.File("state");
    }

    public string SettingsFile { get; }

    public string StateDirectory { get; init; }

    /// <summary>What runs the program, as <c>unshare</c>; it gets the program's command line as its last arguments.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    public string Source { get; init; } = "test-pattern";

    /// <summary>On top of a clean one: nothing that systemd or the tester's shell says reaches the program.</summary>
    public Dictionary<string, string?> Environment { get; } =
        new(StringComparer.Ordinal)
        {
            ["NOTIFY_SOCKET"] = null,
            ["WATCHDOG_USEC"] = null,
            ["JOURNAL_STREAM"] = null,
            ["STATE_DIRECTORY"] = null,
        };

    public string WriteSettings(string json) => _home.Write("etc/settings.json", json);

    public string WriteDropIn(string name, string json) => _home.Write($"etc/conf.d/{name}", json);

    /// <summary>A file for the test to use.</summary>
    public string File(string name) => _home.File(name);

    /// <summary>The service, with these settings on the command line on top.</summary>
    public ChildProcess Serve(params string[] settings) => Start(["serve", .. Basics, .. settings]);

    /// <summary>A verb, as <c>setup-code</c> or <c>certificate show</c>, with the same settings, run to its end.</summary>
    public async Task<Outcome> RunAsync(string verb, params string[] settings)
    {
        await using var child = Start([.. verb.Split(' '), .. Basics, .. settings]);
        return await child.EndAsync();
    }

    /// <summary>The same, for a verb of several words.</summary>
    public async Task<Outcome> RunAsync(string[] words)
    {
        await using var child = Start([.. words, .. Basics]);
        return await child.EndAsync();
    }

    /// <summary>The same, with this on standard input.</summary>
    public async Task<Outcome> RunWithAsync(string input, params string[] words)
    {
        await using var child = Begin(words);
        await child.TypeAsync(input);
        child.HangUp();
        return await child.EndAsync();
    }

    /// <summary>The same, for a conversation.</summary>
    public ChildProcess Begin(params string[] words) =>
        ChildProcess.Start([.. Through, "dotnet", Checkout.Program, .. words, .. Basics], Environment, isTyping: true);

    /// <summary>Nothing but these arguments.</summary>
    public ChildProcess Start(params string[] arguments) =>
        ChildProcess.Start([.. Through, "dotnet", Checkout.Program, .. arguments], Environment);

    public void Dispose() => _home.Dispose();

    /// <summary>What every start says on its command line.</summary>
    public IReadOnlyList<string> Basics =>
        [
            $"--settings={SettingsFile}",
            $"--Storage:Directory={StateDirectory}",
            "--Https:Address=127.0.0.1",
            "--Https:Port=0",
            $"--Cameras:0:Source={Source}",
        ];
}
