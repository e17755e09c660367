using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed class MailVerbTests : IDisposable
{
    private const string Address = "alice@example.org";

    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    // PCB-8: until a typed code is right.
    [Fact]
    public async Task A_new_sender_is_set_up_with_a_code_in_the_terminal_and_may_ask_once_one_was_right()
    {
        await using var verb = _launch.Begin("otp", "setup", Address);
        var typed = await Limit.On(verb.Output.LineWithAsync("or type it there: "), "the secret is shown");
        var secret = typed[(typed.LastIndexOf(' ') + 1)..];
        Assert.Contains('█', verb.Output.Text);
        await verb.TypeAsync("000000\nnonsense\n");
        await verb.TypeAsync($"{Authenticator.CodeOf(secret)}\n");
        Assert.EndsWith(
            $"The code is right: {Address} may ask for photos by mail.\n",
            (await verb.EndAsync()).AssertWell(),
            StringComparison.Ordinal
        );

        var list = (await _launch.RunAsync(["mail", "senders", "list"])).AssertWell();
        Assert.StartsWith(Address, list, StringComparison.Ordinal);
        Assert.Contains("all cameras, ready, 0 answers", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_secret_in_json_and_type_the_code_into_standard_input()
    {
        var added = (await _launch.RunAsync(["mail", "senders", "add", Address, "--json"])).AssertWell();
        using var first = JsonDocument.Parse(added);
        await using var verb = _launch.Begin("otp", "setup", Address, "--json");
        using var offer = JsonDocument.Parse(await Limit.On(verb.Output.LineWithAsync("{"), "the offer"));
        var secret = offer.RootElement.GetProperty("secret").GetString()!;
        Assert.NotEqual(first.RootElement.GetProperty("secret").GetString(), secret);
        await verb.TypeAsync($"{Authenticator.CodeOf(secret)}\n");
        Assert.EndsWith("{}\n", (await verb.EndAsync()).AssertWell(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_right_code_the_sender_stays_unready_and_the_exit_code_says_so()
    {
        var wrong = await _launch.RunWithAsync("1\n\n000000\n", "otp", "setup", Address);
        Assert.Equal(Outcome.Failed, wrong.ExitCode);
        Assert.Contains("No code was right", wrong.Error, StringComparison.Ordinal);
        Assert.Contains(
            "code not checked yet",
            (await _launch.RunAsync(["mail", "senders", "list"])).AssertWell(),
            StringComparison.Ordinal
        );
        (await _launch.RunAsync(["otp", "setup", "alice"])).AssertOneMessage(Outcome.Failed, "\"alice\" is no address");
    }

    [Fact]
    public async Task What_an_import_takes_and_leaves_is_read_line_by_line()
    {
        var file = _launch.File("config.json");
        await File.WriteAllTextAsync(
            file,
            """{"credentials": {"address": "a@gmail.com", "password": "hunter2"}, "approved_users": {"alice@example.org": "ABCDEFGH"}, "camera_port": 0}""",
            TestContext.Current.CancellationToken
        );
        var said = (await _launch.RunAsync(["mail", "import", file])).AssertWell();
        Assert.Contains("taken  credentials.address: the mail account a@gmail.com", said, StringComparison.Ordinal);
        Assert.Contains("16.6 bits", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
        (await _launch.RunAsync(["mail", "test"])).AssertOneMessage(Outcome.Failed, "The mail account has no password");
    }
}
