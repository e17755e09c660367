using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>
/// The real program as a process of its own: a state directory in a temporary place, HTTPS on a free port of the loopback, and a test
/// pattern for a camera. It can be killed and started again on the same port, as when the power goes and comes back.
/// </summary>
internal sealed partial class Appliance : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pi-little-eye-");
    private readonly string[] _settings;
    private readonly List<string> _said = [];
    private Process? _process;

    private Appliance(string[] settings) => _settings = settings;

    public int Port { get; private set; }

    public string Origin => $"https://127.0.0.1:{Port}";

    /// <summary>What strangers do for them: the same door that the page uses, without the page.</summary>
    public Api Api { get; private set; } = null!;

    /// <param name="settings">As on the command line, over those that make it a test's.</param>
    public static async Task<Appliance> StartAsync(params string[] settings)
    {
        var appliance = new Appliance(settings);
        await appliance.StartAgainAsync();
        appliance.Api = new Api(appliance);
        return appliance;
    }

    public async Task StartAgainAsync()
    {
        var ready = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(Command())!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Port = await Limit.On(ready.Task, "the program is ready");
    }

    public string InState(string file) => Path.Combine(_directory.FullName, "state", file);

    /// <summary>The code that stands on the console while nobody has claimed the camera.</summary>
    public Task<string> ReadSetupCodeAsync() =>
        Limit.Until(() => Task.FromResult(Heard(SetupCodeLine())), code => code != "", "the console shows the set-up code");

    /// <summary>As systemd stops it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var process = _process ?? throw new InvalidOperationException("It does not run.");
        _process = null;
        using var signal = Process.Start(new ProcessStartInfo("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))!;
        await process.WaitForExitAsync().WaitAsync(Limit.Patience);
        return process.ExitCode;
    }

    /// <summary>As the power going away: no farewell.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Api.Dispose();
        _directory.Delete(recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var settings = Path.Combine(_directory.FullName, "settings.json");
        File.WriteAllText(settings, "{}");
        string[] arguments =
        [
            Checkout.Program,
            $"--settings={settings}",
            $"--Storage:Directory={InState("")}",
            "--Https:Address=127.0.0.1",
            $"--Https:Port={Port}",
            "--Cameras:0:Source=test-pattern",
            .. _settings,
        ];
        return new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private void Hear(string? line, TaskCompletionSource<int> ready)
    {
        lock (_said)
        {
            _said.Add(line ?? "");
        }

        if (line is null)
        {
            ready.TrySetException(new InvalidOperationException($"The program ended: {string.Join('\n', _said)}"));
        }
        else if (ReadyLine().Match(line) is { Success: true } match)
        {
            ready.TrySetResult(int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture));
        }
    }

    private string Heard(Regex line)
    {
        lock (_said)
        {
            return _said.Select(said => line.Match(said)).FirstOrDefault(match => match.Success)?.Groups["code"].Value ?? "";
        }
    }

    [GeneratedRegex(@"Ready: https://localhost:(?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();

    [GeneratedRegex("Set-up code: (?<code>[A-Z0-9-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetupCodeLine();
}
