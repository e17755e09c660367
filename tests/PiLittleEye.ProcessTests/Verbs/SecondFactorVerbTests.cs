using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed class SecondFactorVerbTests : IDisposable
{
    private const string Ask = "Code of the authenticator: ";

    private readonly Launch _launch = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_phone_reads_the_code_in_the_terminal_and_its_first_code_turns_the_second_factor_on()
    {
        await using var service = await Appliance.StartAsync(_launch);
        var token = await service.ClaimAsync();
        await using var verb = _launch.Begin("account", "second-factor", "Ada");
        var typed = await Limit.On(verb.Output.LineWithAsync("or type it there: "), "the secret is shown");
        var secret = typed[(typed.LastIndexOf(' ') + 1)..];
        Assert.StartsWith(
            $"otpauth://totp/Pi%20Little%20Eye:ada?secret={secret}&",
            await ScanAsync(verb.Output.Text),
            StringComparison.Ordinal
        );

        // Nothing is asked for before a code has proved that it arrived.
        await verb.TypeAsync("000000\n");
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(service, code: null));
        await verb.TypeAsync($"{Authenticator.CodeOf(secret)}\n");
        var said = (await verb.EndAsync()).AssertWell();

        Assert.Equal(
            10,
            said.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Count(sign => sign == '-') == 3)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(service, code: null));
        var recovery = said.TrimEnd().Split('\n')[^1].Trim();
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(service, recovery));
        using var ended = await service.Client(token).GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);

        // The phone is lost.
        Assert.Equal(
            "ada signs in with the password alone now.\n",
            (await _launch.RunAsync(["account", "second-factor", "ada", "--remove"])).AssertWell()
        );
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(service, code: null));
    }

    [Fact]
    public async Task Programs_get_an_answer_in_json_before_and_after_the_code()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();
        await using var verb = _launch.Begin("account", "second-factor", "ada", "--json");
        using var offer = JsonDocument.Parse(await Limit.On(verb.Output.LineWithAsync("{"), "the offer"));
        await verb.TypeAsync($"{Authenticator.CodeOf(offer.RootElement.GetProperty("secret").GetString()!)}\n");
        using var codes = JsonDocument.Parse((await verb.EndAsync()).AssertWell().TrimEnd().Split('\n')[^1]);
        Assert.Equal(10, codes.RootElement.GetProperty("recoveryCodes").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_right_code_nothing_is_changed()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();
        var wrong = await _launch.RunWithAsync("1\n\n000000\n", "account", "second-factor", "ada");
        Assert.Equal(Outcome.Failed, wrong.ExitCode);
        Assert.Equal(
            $"{Ask}{Ask}{Ask}No code was right, so nothing was changed for ada. See whether the clocks of this machine and the phone are right.\n",
            wrong.Error
        );
        Assert.Equal(Outcome.Failed, (await _launch.RunAsync(["account", "second-factor", "ada"])).ExitCode);
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(service, code: null));
        (await _launch.RunAsync(["account", "second-factor", "nobody"])).AssertOneMessage(Outcome.Failed, "There is no account \"nobody\"");
    }

    private static async Task<HttpStatusCode> SignInAsync(Appliance service, string? code)
    {
        var body = new
        {
            name = Appliance.Administrator,
            password = Appliance.Password,
            code,
        };
        using var answer = await service.Client().PostAsJsonAsync("/api/v1/session", body, Stop);
        return answer.StatusCode;
    }

    // As a phone's camera: eight by eight dots for each half of a sign, what is drawn is light.
    private async Task<string> ScanAsync(string shown)
    {
        const int dots = 8;
        var rows = shown
            .Split('\n')
            .Where(line => line.StartsWith('█') || line.StartsWith('▀'))
            .SelectMany(line => new[] { line.Select(sign => sign is '█' or '▀'), line.Select(sign => sign is '█' or '▄') })
            .Select(row => row.SelectMany(isLight => Enumerable.Repeat(isLight ? byte.MaxValue : byte.MinValue, dots)).ToArray())
            .SelectMany(row => Enumerable.Repeat(row, dots))
            .ToList();
        var picture = _launch.File("shown.pgm");
        var head = string.Create(CultureInfo.InvariantCulture, $"P5 {rows[0].Length} {rows.Count} {byte.MaxValue}\n");
        await File.WriteAllBytesAsync(picture, [.. Encoding.ASCII.GetBytes(head), .. rows.SelectMany(row => row)], Stop);
        return (await ChildProcess.RunAsync("zbarimg", "--quiet", "--raw", "--nodbus", picture)).AssertWell().Trim();
    }
}
