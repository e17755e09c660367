#pragma warning disable MA0039, CA5359 // This machine talks to itself; the certificate is not what is measured.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PiLittleEye.Accounts;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>The product in a process of its own, claimed, with a session: what viewers and clocks are put on.</summary>
internal sealed partial class ServedProduct : IAsyncDisposable
{
    private const string Password = "nine lives of a cat";
    private const string StateSetting = "--Storage:Directory=";

    // The product's own settings of the runtime hold for what stands in for it too.
    private static readonly string s_program = Path.Combine(Checkout.Folder, "artifacts", "bin", "PiLittleEye", "release", "PiLittleEye");
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ProcessLines _lines;
    private readonly HttpClient _client;

    private ServedProduct(Process process, ProcessLines lines, int port)
    {
        (_process, _lines, Port) = (process, lines, port);
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
        };
        _client = new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{port}"), Timeout = s_patience };
    }

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>Where it keeps its database.</summary>
    public string StateDirectory { get; private set; } = string.Empty;

    /// <summary>Name and value of the session's cookie.</summary>
    public string Cookie { get; private set; } = string.Empty;

    /// <summary>With the session, to ask and to change settings.</summary>
    public HttpClient Client => _client;

    public TimeSpan Cpu => Clocks.ProcessCpu(ProcessId);

    /// <summary>What the process had used when its first answer was here.</summary>
    public TimeSpan CpuToFirstAnswer { get; private set; }

    /// <summary>Megabytes of memory in use, as the kernel counts them (VmRSS).</summary>
    public double Memory => StatusLine("VmRSS") / 1024.0;

    public int Descriptors => Directory.GetFiles($"/proc/{ProcessId}/fd").Length;

    /// <summary>The real service, its camera a libcamera child that writes these pictures to a pipe.</summary>
    public static async Task<ServedProduct> StartApplianceAsync(
        Workshop workshop,
        SceneFrames frames,
        CancellationToken cancellation,
        params string[] settings
    )
    {
        var camera = await workshop.ProgramAsync("camera", cancellation);
        var folder = Path.Combine(workshop.Folder, "path");
        Directory.CreateDirectory(folder);
        File.Copy(camera, Path.Combine(folder, "rpicam-vid"), overwrite: true);
        var start = Start([$"{s_program}.dll", .. Settings(workshop), "--Cameras:0:Source=libcamera", .. settings]);
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["BENCHMARK_FRAMES"] = frames.File;
        return await StartAsync(start, cancellation);
    }

    /// <summary>The service without camera and encoder: the JPEG in the file is published so many times a second.</summary>
    public static Task<ServedProduct> StartFrameServerAsync(
        Workshop workshop,
        string jpegFile,
        double rate,
        CancellationToken cancellation,
        params string[] settings
    )
    {
        var start = Start([
            "exec",
            "--runtimeconfig",
            $"{s_program}.runtimeconfig.json",
            typeof(ServedProduct).Assembly.Location,
            FrameServer.Verb,
            jpegFile,
            rate.ToString(CultureInfo.InvariantCulture),
            .. Settings(workshop),
            .. settings,
        ]);
        return StartAsync(start, cancellation);
    }

    /// <summary>Puts viewers on the stream of the first camera.</summary>
    public Task<ViewerReport> WatchAsync(Workshop workshop, ViewerPlan plan, CancellationToken cancellation) =>
        Clients.WatchAsync(workshop, Port, "/api/v1/video/mjpeg", Cookie, ProcessId, plan, cancellation);

    /// <summary>Changes settings of the first camera, as the page does; values as they stand in JSON.</summary>
    public async Task ChangeSettingsAsync(CancellationToken cancellation, params (string Name, JsonNode Value)[] changes)
    {
        const string address = "/api/v1/cameras/camera/settings";
        var settings = await _client.GetFromJsonAsync<JsonObject>(address, cancellation);
        foreach (var (name, value) in changes)
        {
            settings![name] = value;
        }

        using var answer = await _client.PutAsJsonAsync(address, settings, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Frames that the first camera has compressed since the start.</summary>
    public async Task<long> EncodedAsync(CancellationToken cancellation)
    {
        var status = await _client.GetFromJsonAsync<JsonObject>("/api/v1/cameras/camera/status", cancellation);
        return status!["encodes"]!.GetValue<long>();
    }

    /// <summary>Managed bytes that the frame server has allocated since its start.</summary>
    public async Task<long> AllocatedAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync("allocated?".AsMemory(), cancellation);
        var line = await _lines.UntilAsync(AllocatedLine(), cancellation);
        return long.Parse(line.Groups["bytes"].ValueSpan, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        if (!_process.HasExited)
        {
            // The frame server ends by itself; the appliance is asked as systemd asks.
            Signals.AskToEnd(ProcessId);
            using var patience = new CancellationTokenSource(s_timeToEnd);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var start = ProgramStart.Of("dotnet", arguments);
        start.RedirectStandardInput = true;
        return start;
    }

    private static string[] Settings(Workshop workshop)
    {
        var settings = workshop.FileIn("etc", "settings.json");
        File.WriteAllText(settings, "{}");
        var state = workshop.FileIn("state", Path.GetRandomFileName());
        return [$"--settings={settings}", StateSetting + state, "--Https:Address=127.0.0.1", "--Https:Port=0"];
    }

    private static async Task<ServedProduct> StartAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        var process = Process.Start(start)!;
        var lines = new ProcessLines(process);
        var ready = await lines.UntilAsync(ReadyLine(), cancellation);
        var product = new ServedProduct(process, lines, int.Parse(ready.Groups["port"].ValueSpan, CultureInfo.InvariantCulture))
        {
            StateDirectory = start.ArgumentList.First(word => word.StartsWith(StateSetting, StringComparison.Ordinal))[
                StateSetting.Length..
            ],
        };
        // A stranger's question, so that it costs what a browser's first one does.
        using (var answer = await product._client.GetAsync(new Uri("/", UriKind.Relative), cancellation))
        {
            answer.EnsureSuccessStatusCode();
            product.CpuToFirstAnswer = product.Cpu;
        }

        var code = (await lines.UntilAsync(CodeLine(), cancellation)).Groups["code"].Value;
        await product.ClaimAsync(code, cancellation);
        return product;
    }

    private async Task ClaimAsync(string code, CancellationToken cancellation)
    {
        using var answer = await _client.PostAsJsonAsync("/api/v1/claim", new ClaimRequest(code, "Ada", Password), cancellation);
        answer.EnsureSuccessStatusCode();
        Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _client.DefaultRequestHeaders.Add("Cookie", Cookie);
    }

    private int StatusLine(string name)
    {
        var line = File.ReadLines($"/proc/{ProcessId}/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Ready: https://localhost:(?<port>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();

    [GeneratedRegex(@"Set-up code: (?<code>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^allocated (?<bytes>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllocatedLine();
}
