using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cli;

public sealed class MailSendersCommandTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;

    public async ValueTask InitializeAsync() => (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Who_is_added_listed_and_removed_is_so_in_the_running_service()
    {
        var grace = _application.Add("Grace", AccountRole.Viewer);
        Assert.Equal(0, await RunAsync("mail", "senders", "add", "Alice@Example.org", "--account", "Grace"));
        Assert.Equal(0, await RunAsync("mail", "senders", "add", "alice@work.example", "--shares-with", "alice@example.org", "--json"));
        Assert.Equal(0, await RunAsync("mail", "senders", "list"));
        Assert.Equal(0, await RunAsync("mail", "senders", "list", "--json"));

        var senders = await SendersAsync();
        Assert.Equal(grace.Id, senders[0].GetProperty("account").GetInt64());
        Assert.Equal(senders[0].GetProperty("id").GetInt64(), senders[1].GetProperty("sharesWith").GetInt64());

        Assert.Equal(0, await RunAsync("mail", "senders", "remove", "ALICE@work.example"));
        Assert.Single(await SendersAsync());
        using var log = await _application
            .SignedIn()
            .GetAsync("/api/v1/log?kind=photo-sender-removed", TestContext.Current.CancellationToken);
        Assert.Contains(
            "command line",
            await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_page_refuses_the_command_line_refuses_too()
    {
        Assert.Equal(0, await RunAsync("mail", "senders", "add", "alice@example.org"));
        Assert.Equal(1, await RunAsync("mail", "senders", "add", "alice@example.org"));
        Assert.Equal(1, await RunAsync("mail", "senders", "add", "alice"));
        Assert.Equal(1, await RunAsync("mail", "senders", "add", "bob@example.org", "--account", "Nobody"));
        Assert.Equal(1, await RunAsync("mail", "senders", "add", "bob@example.org", "--shares-with", "nobody@example.org"));
        Assert.Equal(1, await RunAsync("mail", "senders", "remove", "bob@example.org"));
        Assert.Single(await SendersAsync());
    }

    [Fact]
    public async Task A_file_of_print_camera_bot_is_imported_and_anything_else_refused()
    {
        var file = Path.Combine(_application.StateDirectory, "config.json");
        await File.WriteAllTextAsync(
            file,
            """{"approved_users": {"alice@example.org": "ABCDEFGH"}}""",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(0, await RunAsync("mail", "import", file, "--json"));
        Assert.Single(await SendersAsync());
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("mail", "import", file));
        Assert.Equal(1, await RunAsync("mail", "import", "/nowhere.json"));
    }

    [Fact]
    public async Task Without_an_account_there_is_nothing_to_test() => Assert.Equal(1, await RunAsync("mail", "test"));

    private async Task<List<JsonElement>> SendersAsync() =>
        (
            await _application
                .SignedIn()
                .GetFromJsonAsync<List<JsonElement>>("/api/v1/photo-replies/senders", TestContext.Current.CancellationToken)
        )!;

    private Task<int> RunAsync(params string[] words) =>
        Program.Main([.. words, $"--Storage:Directory={Path.Combine(_application.StateDirectory, "state")}"]);
}
