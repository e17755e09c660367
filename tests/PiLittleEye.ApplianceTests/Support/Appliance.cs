#pragma warning disable MA0039 // Self-signed, so it is compared with the very certificate in force: stricter than a chain.
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Cameras;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>
/// The appliance in its guest: installed, claimed, and with a camera of each kind. Tests speak with it over HTTPS from outside, and
/// pull its cables from inside.
/// </summary>
public sealed class Appliance : IAsyncLifetime
{
    /// <summary>V4L2 with the kernel's own test driver, by the name that survives being plugged in again.</summary>
    public const string Vivid = "vivid";

    /// <summary>V4L2 with MJPEG; there as long as somebody feeds it.</summary>
    public const string Loopback = "webcam";

    /// <summary>libcamera's virtual camera.</summary>
    public const string Libcamera = "libcamera";

    /// <summary>No device at all, for what is not about cameras.</summary>
    public const string Pattern = "pattern";

    public const string Administrator = "Ada Lovelace";
    public const string Password = "nine lives of a cat";

    private const int ServicePort = 5220;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private X509Certificate2? _certificate;

    internal Guest Guest { get; } = Guest.FromEnvironment();

    /// <summary>Of the session, for programs that cannot sign in.</summary>
    internal string Token { get; private set; } = string.Empty;

    internal HttpClient Client { get; private set; } = new();

    internal string Address => $"127.0.0.1:{Guest.PortFor(ServicePort)}";

    public async ValueTask InitializeAsync()
    {
        await Guest.InstallAsync();
        await LoadDriverAsync();
        await UseUsualSettingsAsync();
        await SignInAsync();
        // Under emulation a large picture costs much; only what is about its size has one.
        foreach (var camera in (string[])[Vivid, Libcamera, Pattern])
        {
            await ChangeAsync(camera, """{"width":640,"height":480,"framesPerSecond":10}""");
        }
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        _certificate?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<LiveStream> WatchAsync(string camera) => LiveStream.OpenAsync(Client, $"/api/v1/cameras/{camera}/video/mjpeg");

    internal async Task<CameraStatusResponse> StatusAsync(string camera) =>
        (
            await Client.GetFromJsonAsync<CameraStatusResponse>(
                $"/api/v1/cameras/{camera}/status",
                s_json,
                TestContext.Current.CancellationToken
            )
        )!;

    internal Task<TimeSpan> UntilAsync(string camera, string what, TimeSpan longest, Func<CameraStatusResponse, bool> isSo) =>
        Wait.UntilAsync(what, longest, async () => isSo(await StatusAsync(camera)));

    /// <param name="camera">Its id.</param>
    /// <param name="settings">JSON; what it does not name stays as it is.</param>
    internal async Task ChangeAsync(string camera, string settings)
    {
        using var body = new StringContent(settings, Encoding.UTF8, "application/json");
        using var answer = await Client.PutAsync($"/api/v1/cameras/{camera}/settings", body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal Task<string> SettingsAsync(string camera) =>
        Client.GetStringAsync($"/api/v1/cameras/{camera}/settings", TestContext.Current.CancellationToken);

    /// <summary>
    /// Runs a command in the guest and waits for the service's next line with this text. Timed by the guest's own clock and journal:
    /// a viewer of this machine leaves through QEMU's forwarded port, which passes that on up to two seconds later.
    /// </summary>
    internal async Task<TimeSpan> UntilLoggedAsync(string command, string text)
    {
        var times = await Guest.RunAsync(
            $"{command}; date +%s.%N; "
                + $"timeout 60 journalctl --unit pi-little-eye --follow --lines 0 --output short-unix | grep --max-count 1 --fixed-strings '{text}' | cut -d ' ' -f 1"
        );
        var (from, to) = (times.Split('\n')[0], times.Split('\n')[^1]);
        return TimeSpan.FromSeconds(double.Parse(to, CultureInfo.InvariantCulture) - double.Parse(from, CultureInfo.InvariantCulture));
    }

    /// <summary>A viewer inside the guest; the shell command ends when it leaves, after so many seconds.</summary>
    internal string WatchFromInside(string camera, int seconds) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"timeout {seconds} curl -skN -H 'Authorization: Bearer {Token}' https://127.0.0.1:{ServicePort}/api/v1/cameras/{camera}/video/mjpeg >/dev/null"
        );

    internal Task<string> MainProcessAsync() => Guest.RunAsync("systemctl show -P MainPID pi-little-eye");

    /// <summary>Waits until systemd has the service running in another process than that one, and it says that it is ready.</summary>
    internal Task<TimeSpan> UntilRestartedAsync(string before, TimeSpan longest) =>
        Wait.UntilAsync(
            "the service was restarted",
            longest,
            async () => await Guest.RunAsync("systemctl is-active pi-little-eye || true") == "active" && await MainProcessAsync() != before
        );

    internal async Task CutPowerAndBootAsync()
    {
        await Guest.CutPowerAndBootAsync(ServicePort);
        await LoadDriverAsync();
        await SignInAsync();
    }

    internal Task UseUsualSettingsAsync() =>
        UseSettingsAsync(
            $$"""
            { "Cameras": [
                { "Id": "{{Vivid}}", "Source": "v4l2", "Device": "/dev/v4l/by-path/platform-vivid.0-video-index0" },
                { "Id": "{{Loopback}}", "Source": "v4l2", "Device": "/dev/video10" },
                { "Id": "{{Libcamera}}", "Source": "libcamera" },
                { "Id": "{{Pattern}}", "Source": "test-pattern" } ] }
            """
        );

    internal async Task UseSettingsAsync(string settings) =>
        await Guest.RunAsync($"cat >/etc/pi-little-eye/settings.json <<'END'\n{settings}\nEND\nsystemctl restart pi-little-eye");

    /// <summary>Signs in, or claims the appliance when nobody has; trusts its certificate alone from now on.</summary>
    internal async Task SignInAsync()
    {
        Client.Dispose();
        _certificate = X509Certificate2.CreateFromPem(await Guest.RunAsync("cat /var/lib/pi-little-eye/certificate.pem"));
        var expected = _certificate.RawData;
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetRawCertData().AsSpan().SequenceEqual(expected),
            },
        };
        Client = new HttpClient(handler) { BaseAddress = new Uri($"https://{Address}"), Timeout = TimeSpan.FromSeconds(60) };
        // The first handshake compiles much code; on a busy machine it may take longer than the server waits for one.
        await Wait.UntilAsync("its page answers", s_patience, AnswersAsync);
        var (code, setupCode, _) = await Guest.TryAsync("pi-little-eye setup-code");
        using var answer =
            code == 0
                ? await PostAsync("/api/v1/claim", new ClaimRequest(setupCode, Administrator, Password))
                : await PostAsync("/api/v1/session", new SignInRequest(Administrator, Password));
        answer.EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Token = cookie[(SessionCookie.Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
        Client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={Token}");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync("/healthz", TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Task<string> LoadDriverAsync() => Guest.RunAsync("modprobe vivid && udevadm settle && v4l2-ctl -d0 --set-ctrl osd_text_mode=1");

    private Task<HttpResponseMessage> PostAsync<T>(string path, T body) =>
        Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
}
