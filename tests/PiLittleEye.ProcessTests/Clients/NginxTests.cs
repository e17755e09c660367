using System.Diagnostics;
using System.Globalization;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

/// <summary>nginx in front, as somebody has it who already serves other things at home.</summary>
public sealed class NginxTests(ClaimedAppliance camera) : IDisposable
{
    private readonly TemporaryDirectory _here = new();
    private readonly string _port = FreePorts.Take().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Sign_in_page_and_stream_work_through_it()
    {
        await using var nginx = await StartAsync(camera.Appliance);
        var origin = $"https://localhost:{_port}";
        var body = $"{{\"name\":\"{Appliance.Administrator}\",\"password\":\"{Appliance.Password}\"}}";
        // Origin, as a browser sends it: the service compares it with the host that the proxy passes on.
        var signIn =
            $"curl -ks -c jar -H 'Origin: {origin}' -H 'Content-Type: application/json' -d '{body}' "
            + $"-o answer -w '%{{http_code}}' {origin}/api/v1/session";
        Assert.Equal("204", (await TypeAsync(signIn)).AssertWell().Trim());
        Assert.Equal("401", (await TypeAsync($"curl -ks -o answer -w '%{{http_code}}' {origin}/snapshot")).AssertWell().Trim());
        Assert.Contains("<title>Pi Little Eye", (await TypeAsync($"curl -ks -b jar {origin}/")).AssertWell(), StringComparison.Ordinal);

        // Frames come as they are made, not collected in the proxy's buffers.
        var since = Stopwatch.GetTimestamp();
        await using var stream = Readme.Type(
            $"curl -ksN -b jar '{origin}/?action=stream' | grep -a --line-buffered X-Frame-Capt",
            _here.Path,
            ""
        );
        await Limit.On(stream.Output.LineWithAsync("X-Frame-Captured-At: "), "the first frame comes through");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await Eventually.HoldsAsync(() => Moments(stream).Count > 40, "forty frames come through");
        Assert.InRange(TimeProvider.System.GetUtcNow() - Moments(stream)[^1], TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    // PLE-W15: without the header everybody is the proxy. FC-W2: with it, anybody was whoever they said.
    [Fact]
    public async Task The_camera_sees_who_comes_through_it_and_not_what_they_say()
    {
        using var launch = new Launch();
        await using var appliance = await Appliance.StartAsync(launch, "--AccessLists:TrustedProxies:0=127.0.0.2");
        await using var nginx = await StartAsync(appliance, "proxy_bind 127.0.0.2;");
        await GuessAsync("127.0.0.3", "");
        await Limit.On(appliance.Process.Output.LineWithAsync("refused, from 127.0.0.3"), "the visitor's own address is seen");
        await GuessAsync("127.0.0.4", "-H 'X-Forwarded-For: 203.0.113.9' -H 'X-Real-IP: 203.0.113.9' -H 'Forwarded: for=203.0.113.9'");
        await Limit.On(appliance.Process.Output.LineWithAsync("refused, from 127.0.0.4"), "the visitor's own address is seen again");
        Assert.DoesNotContain("203.0.113.9", appliance.Process.Output.Text, StringComparison.Ordinal);
    }

    private async Task GuessAsync(string from, string headers)
    {
        var guess =
            $"curl -ks --interface {from} {headers} -H 'Content-Type: application/json' "
            + $"-d '{{\"name\":\"eve\",\"password\":\"a wrong password\"}}' -o answer -w '%{{http_code}}' https://127.0.0.1:{_port}/api/v1/session";
        Assert.Equal("401", (await TypeAsync(guess)).AssertWell().Trim());
    }

    private static List<DateTimeOffset> Moments(ChildProcess stream) =>
        [
            .. stream
                .Output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => DateTimeOffset.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)),
        ];

    private Task<Outcome> TypeAsync(string command) => Readme.TypeToEndAsync(command, _here.Path, camera.Token);

    private async Task<ChildProcess> StartAsync(Appliance appliance, string binding = "")
    {
        var file = _here.Write(
            "nginx.conf",
            $$"""
            daemon off;
            pid {{_here.Path}}/pid;
            error_log stderr notice;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            events { }
            http {
              access_log off;
              client_body_temp_path {{_here.Path}}/body;
              proxy_temp_path {{_here.Path}}/proxy;
              fastcgi_temp_path {{_here.Path}}/fastcgi;
              uwsgi_temp_path {{_here.Path}}/uwsgi;
              scgi_temp_path {{_here.Path}}/scgi;
              server {
                listen 127.0.0.1:{{_port}} ssl;
                ssl_certificate {{appliance.CertificateFile}};
                ssl_certificate_key {{Path.ChangeExtension(appliance.CertificateFile, "key")}};
                {{binding}}
                {{Readme.Command("location / { proxy_pass", appliance)}}
              }
            }
            """
        );
        var nginx = ChildProcess.Start(["/usr/sbin/nginx", "-e", "stderr", "-c", file]);
        await Limit.On(nginx.Error.LineWithAsync("start worker process "), "nginx starts");
        return nginx;
    }
}
