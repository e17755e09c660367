using System.Net.Http.Json;
using System.Text.RegularExpressions;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

public sealed partial class CurlTests(ClaimedAppliance camera) : IDisposable
{
    private readonly TemporaryDirectory _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Signs_in_and_finds_the_token_as_the_readme_says()
    {
        var signIn = Readme.Command("curl -k -c jar ", camera.Appliance);
        var token = Readme.Command("token=$(awk", camera.Appliance);
        var said = await Readme.TypeToEndAsync($"{signIn} && {token} && echo \"$token\"", _here.Path, string.Empty);
        using var client = camera.Appliance.Client(said.AssertWell().Trim());
        Assert.Contains(
            Appliance.Administrator,
            await client.GetStringAsync("/api/v1/session", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Is_led_to_https_when_the_address_has_none()
    {
        var origin = camera.Appliance.Origin.Replace("https://127.0.0.1", "http://localhost", StringComparison.Ordinal);
        var command =
            $"curl --silent --show-error --location --write-out %{{http_code}} --cacert {camera.Appliance.CertificateFile} {origin}/healthz";
        Assert.Equal("200\n", (await Readme.TypeToEndAsync(command, _here.Path, string.Empty)).AssertWell());
    }

    [Fact]
    public async Task Saves_the_stream()
    {
        await WriteJarAsync(camera.Token);
        var command = Readme.Command("curl -k -b jar -o print.mjpeg", camera.Appliance);
        // Curl's own word for "the time is up": a stream has no end.
        Assert.Equal(28, (await Readme.TypeToEndAsync($"{command} --silent --max-time 3", _here.Path, string.Empty)).ExitCode);
        var stream = await File.ReadAllTextAsync(
            _here.File("print.mjpeg"),
            System.Text.Encoding.Latin1,
            TestContext.Current.CancellationToken
        );
        var moments = PartHead().Matches(stream).Select(part => part.Groups["moment"].Value).ToList();
        Assert.InRange(moments.Count, 25, 90);
        Assert.Equal(moments.Order(StringComparer.Ordinal).Distinct(), moments);
    }

    [Fact]
    public async Task Saves_a_photo_once_and_asks_whether_there_is_a_newer_one()
    {
        // Few frames a second: the tag is the frame's, and only between two of them there is nothing newer.
        using var launch = new Launch();
        await using var slow = await Appliance.StartAsync(launch);
        var token = await slow.ClaimAsync();
        using var answer = await slow.Client(token)
            .PutAsJsonAsync("/api/v1/cameras/camera/settings", new { framesPerSecond = 1 }, TestContext.Current.CancellationToken);
        await WriteJarAsync(token);
        var command = $"{Readme.Command("curl -k -b jar --etag-save", slow)} --silent --write-out '%{{http_code}} '";
        var codes = string.Empty;
        await Eventually.HoldsAsync(
            async () =>
            {
                codes += (await Readme.TypeToEndAsync($"{command}; {command}", _here.Path, string.Empty)).AssertWell();
                return codes.EndsWith("304 \n", StringComparison.Ordinal);
            },
            "two photos between two frames"
        );
        Assert.Matches(@"^200 ((200|304)\s+)+$", codes);
        var photo = await File.ReadAllBytesAsync(_here.File("photo.jpg"), TestContext.Current.CancellationToken);
        Assert.Equal([0xFF, 0xD8], photo[..2]);
        Assert.Equal([0xFF, 0xD9], photo[^2..]);
    }

    [Fact]
    public async Task Needs_nothing_but_a_url_with_the_token_in_it()
    {
        var command = Readme.Command("curl -k -o shot.jpg", camera.Appliance);
        (await Readme.TypeToEndAsync($"{command} --fail --silent --show-error", _here.Path, camera.Token)).AssertWell();
        Assert.Equal([0xFF, 0xD8], (await File.ReadAllBytesAsync(_here.File("shot.jpg"), TestContext.Current.CancellationToken))[..2]);
        // Curl's word for an answer of 400 or more.
        Assert.Equal(22, (await Readme.TypeToEndAsync($"{command} --fail --silent", _here.Path, "not-the-token")).ExitCode);
    }

    [Theory]
    [InlineData("curl -k -o still.jpg", "still.jpg")]
    [InlineData("curl -k -o octoprint.jpg", "octoprint.jpg")]
    public async Task Takes_a_photo_by_a_key(string beginning, string file)
    {
        var command = Readme.Command(beginning, camera.Appliance);
        var variables = await camera.Appliance.CredentialsAsync(camera.Token);
        (await Readme.TypeToEndAsync($"{command} --fail --silent --show-error", _here.Path, variables)).AssertWell();
        Assert.Equal([0xFF, 0xD8], (await File.ReadAllBytesAsync(_here.File(file), TestContext.Current.CancellationToken))[..2]);
        variables["secret"] = "wrong";
        Assert.Equal(22, (await Readme.TypeToEndAsync($"{command} --fail --silent", _here.Path, variables)).ExitCode);
    }

    [Fact]
    public async Task Watches_by_a_ticket()
    {
        var command = Readme.Command("curl -k -N -o shared.mjpeg", camera.Appliance);
        var variables = await camera.Appliance.CredentialsAsync(camera.Token);
        Assert.Equal(28, (await Readme.TypeToEndAsync($"{command} --silent --max-time 2", _here.Path, variables)).ExitCode);
        Assert.InRange(new FileInfo(_here.File("shared.mjpeg")).Length, 20_000, long.MaxValue);
    }

    // As curl itself writes them; a line of it is what the readme's sign-in leaves.
    private Task WriteJarAsync(string token) =>
        File.WriteAllTextAsync(
            _here.File("jar"),
            $"#HttpOnly_localhost\tFALSE\t/\tTRUE\t0\t{Appliance.Cookie}\t{token}\n",
            TestContext.Current.CancellationToken
        );

    [GeneratedRegex(
        @"\r\n--frame\r\nContent-Type: image/jpeg\r\nContent-Length: \d+\r\n(?:[^\r\n]+\r\n)*?X-Frame-Captured-At: (?<moment>[^\r\n]+)\r\n",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex PartHead();
}
