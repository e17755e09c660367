using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed class AccountVerbTests : IDisposable
{
    private const string Password = "seven small ships";

    private readonly Launch _launch = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task An_account_added_beside_the_running_service_signs_in_at_once_and_must_choose_another_password()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();

        var said = (await _launch.RunWithAsync($"{Password}\n", "account", "add", "grace")).AssertWell();
        Assert.Equal("grace may sign in now.\n", said);
        Assert.Equal("password", await OwesAsync(service, "grace", Password));

        // A password is read to the end of its line, whatever stands in it.
        const string odd = "  blanks, ünï ☃ and \"quotes\" ";
        (await _launch.RunWithAsync($"{odd}\nnothing else", "account", "password", "GRACE")).AssertWell();
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(service, "grace", Password));
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(service, "grace", odd));
        (await _launch.RunWithAsync(odd, "account", "check", "Grace")).AssertWell();
        (await _launch.RunWithAsync($"{Password}\n", "account", "check", "grace")).AssertOneMessage(
            Outcome.Failed,
            "Name or password is wrong."
        );
    }

    [Fact]
    public async Task Json_says_what_became_of_it_and_never_the_password()
    {
        await ClaimAsync();
        var said = (
            await _launch.RunWithAsync($"{Password}\n", "account", "add", "grace", "--role", "guest", "--days", "2", "--json")
        ).AssertWell();
        using var added = JsonDocument.Parse(said);
        Assert.Equal("guest", added.RootElement.GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.Null, added.RootElement.GetProperty("owes").ValueKind);
        Assert.DoesNotContain("ships", said, StringComparison.Ordinal);
        using var list = JsonDocument.Parse((await _launch.RunAsync(["account", "list", "--json"])).AssertWell());
        Assert.Equal(["ada", "grace"], list.RootElement.EnumerateArray().Select(item => item.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("", "Use 10 to 1024 characters")]
    [InlineData("\n", "Use 10 to 1024 characters")]
    [InlineData("too short\n", "Use 10 to 1024 characters")]
    [InlineData("1234567890\n", "too easy to guess")]
    public async Task What_is_no_password_is_refused_in_one_sentence_and_changes_nothing(string input, string sentence)
    {
        await ClaimAsync();
        (await _launch.RunWithAsync(input, "account", "add", "grace")).AssertOneMessage(Outcome.Failed, sentence);
        (await _launch.RunWithAsync(input, "account", "password", "ada")).AssertOneMessage(Outcome.Failed, sentence);
        (await _launch.RunWithAsync(input, "account", "check", "ada")).AssertOneMessage(Outcome.Failed, "Name or password is wrong.");
        Assert.DoesNotContain("grace", (await _launch.RunAsync(["account", "list"])).AssertWell(), StringComparison.Ordinal);
        (await _launch.RunWithAsync($"{Appliance.Password}\n", "account", "check", "ada")).AssertWell();
    }

    // Whoever may list processes, or read the shell's history, would know it.
    [Theory]
    [InlineData("account add grace --password {0}")]
    [InlineData("account add grace {0}")]
    [InlineData("account password ada {0}")]
    public async Task A_password_on_the_command_line_is_no_argument(string words)
    {
        await ClaimAsync();
        var outcome = await _launch.RunWithAsync($"{Password}\n", [.. words.Split(' ').Select(word => word == "{0}" ? Password : word)]);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.DoesNotContain("grace", (await _launch.RunAsync(["account", "list"])).AssertWell(), StringComparison.Ordinal);
        (await _launch.RunWithAsync($"{Appliance.Password}\n", "account", "check", "ada")).AssertWell();
    }

    [Fact]
    public async Task The_first_account_of_all_is_an_administrators()
    {
        (await _launch.RunWithAsync($"{Password}\n", "account", "add", "grace")).AssertOneMessage(
            Outcome.Failed,
            "Nobody administrates this camera yet.",
            "--role administrator"
        );
        (await _launch.RunWithAsync($"{Password}\n", "account", "add", "grace", "--role", "administrator")).AssertWell();
        (await _launch.RunAsync("setup-code")).AssertOneMessage(Outcome.Failed, "This camera is claimed already");
    }

    [Fact]
    public async Task At_the_keyboard_a_chosen_password_is_typed_twice_and_never_seen()
    {
        await ClaimAsync();
        await using (var terminal = Terminal.Start(_launch, "account", "add", "grace"))
        {
            await terminal.AnswerAsync("Password: ", Password);
            await terminal.AnswerAsync("The same again: ", "seven small shops");
            var (exitCode, screen) = await terminal.EndAsync();
            Assert.Equal(Outcome.Failed, exitCode);
            Assert.Contains("The two passwords differ. Nothing was changed.", screen, StringComparison.Ordinal);
        }

        await using (var terminal = Terminal.Start(_launch, "account", "add", "grace"))
        {
            // Backspace takes a letter back, and all of a letter that is two halves.
            await terminal.AnswerAsync("Password: ", $"{Password}x😀\x7f\x7f");
            await terminal.AnswerAsync("The same again: ", Password);
            var (exitCode, screen) = await terminal.EndAsync();
            Assert.True(exitCode == 0, screen);
            Assert.DoesNotContain("ships", screen, StringComparison.Ordinal);
        }

        (await _launch.RunWithAsync(Password, "account", "check", "grace")).AssertWell();
    }

    [Fact]
    public async Task What_verbs_of_root_write_belongs_to_the_services_user()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can write files for somebody else.");
        const string nobody = "65534";
        Directory.CreateDirectory(_launch.StateDirectory);
        (await ChildProcess.RunAsync("chown", nobody, _launch.StateDirectory)).AssertWell();

        (await _launch.RunWithAsync($"{Password}\n", "account", "add", "ada", "--role", "administrator")).AssertWell();
        Assert.Equal(Outcome.Failed, (await _launch.RunAsync(["account", "second-factor", "ada"])).ExitCode);
        (await _launch.RunAsync(["factory-reset", "--yes"])).AssertWell();

        var files = Directory.GetFiles(_launch.StateDirectory);
        Assert.Equal(["pi-little-eye.db", "second-factor.key", "setup-code"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var owners = (await ChildProcess.RunAsync(["stat", "--format=%u %a", .. files])).AssertWell();
        Assert.Equal(files.Select(_ => $"{nobody} 600"), owners.TrimEnd().Split('\n'));
    }

    private async Task ClaimAsync()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();
    }

    private static async Task<HttpStatusCode> SignInAsync(Appliance service, string name, string password)
    {
        using var answer = await service.Client().PostAsJsonAsync("/api/v1/session", new { name, password }, Stop);
        return answer.StatusCode;
    }

    private static async Task<string?> OwesAsync(Appliance service, string name, string password)
    {
        var session = await service
            .Client(await service.SignInAsync(name, password))
            .GetFromJsonAsync<JsonElement>("/api/v1/session", Stop);
        return session.GetProperty("owes").GetString();
    }
}
