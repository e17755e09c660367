using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Mail.Account;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Account;

public sealed class MailAccountEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/mail";
    private const string Password = "correct horse battery";

    private static readonly object s_own = new
    {
        address = "camera@example.org",
        password = Password,
        incoming = new
        {
            host = "mail.example.org",
            port = 143,
            encryption = "starttls",
        },
        outgoing = new
        {
            host = "smtp.example.org",
            port = 465,
            encryption = "tls",
        },
    };

    private PiLittleEyeApplication _application = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        _client = _application.SignedIn();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Without_an_account_it_says_so_with_the_defaults()
    {
        var mail = await GetAsync();
        Assert.False(mail.GetProperty("isSetUp").GetBoolean());
        Assert.False(mail.GetProperty("hasSecret").GetBoolean());
        Assert.Equal(JsonValueKind.Null, mail.GetProperty("address").ValueKind);
        Assert.Equal("INBOX", mail.GetProperty("folder").GetString());
        Assert.Equal("off", mail.GetProperty("mailbox").GetProperty("state").GetString());
        Assert.Equal(0, mail.GetProperty("queue").GetProperty("waiting").GetInt32());
        Assert.Equal(0, mail.GetProperty("counters").GetProperty("read").GetInt64());
        Assert.Null(Accounts.Current);
    }

    [Fact]
    public async Task A_provider_an_address_and_a_password_are_enough()
    {
        var mail = await PutAsync(
            new
            {
                provider = "gmail",
                address = "camera@gmail.com",
                password = " abcd efgh ijkl mnop ",
            }
        );
        Assert.True(mail.GetProperty("isSetUp").GetBoolean());
        Assert.True(mail.GetProperty("hasSecret").GetBoolean());
        Assert.Equal("camera@gmail.com", mail.GetProperty("user").GetString());
        Assert.Equal("""{"host":"imap.gmail.com","port":993,"encryption":"tls"}""", mail.GetProperty("incoming").GetRawText());
        Assert.Equal("password", mail.GetProperty("authentication").GetString());
        var account = Accounts.Current!;
        Assert.Equal("mx.google.com", account.AuthservId);
        // The blanks between the groups are for reading.
        Assert.Equal("abcdefghijklmnop", await account.Login.GetSecretAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_password_is_in_no_answer_no_log_and_nowhere_on_the_card()
    {
        var answer = (await PutAsync(s_own)).GetRawText() + (await GetAsync()).GetRawText();
        Assert.DoesNotContain("battery", answer, StringComparison.Ordinal);
        using (var log = await _client.GetAsync("/api/v1/log", TestContext.Current.CancellationToken))
        {
            var rows = await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("mail-account-set-up", rows, StringComparison.Ordinal);
            Assert.DoesNotContain("battery", rows, StringComparison.Ordinal);
        }

        foreach (var file in Directory.EnumerateFiles(State, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("battery", await ReadSharedAsync(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_key_is_made_before_there_is_a_secret_and_then_only_the_owner_of_the_service_may_read_it()
    {
        await GetAsync();
        _ = Accounts.Current;
        Assert.Empty(Keys());
        await PutAsync(s_own);
        var key = Assert.Single(Keys());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(State));
    }

    [Fact]
    public async Task What_is_left_out_stays_and_the_log_names_what_changed()
    {
        await PutAsync(s_own);
        var mail = await PutAsync(new { pollingSeconds = 30, folder = "Photos" });
        Assert.Equal("camera@example.org", mail.GetProperty("address").GetString());
        Assert.Equal(30, mail.GetProperty("pollingSeconds").GetInt32());
        Assert.Equal(TimeSpan.FromSeconds(30), Accounts.Current!.PollingPeriod);
        Assert.Equal(Password, await Accounts.Current.Login.GetSecretAsync(TestContext.Current.CancellationToken));
        using var log = await _client.GetAsync("/api/v1/log?kind=mail-account-changed", TestContext.Current.CancellationToken);
        Assert.Contains(
            "folder from INBOX to Photos, pollingSeconds from 60 to 30.",
            await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kept_password_goes_to_no_other_server_and_to_no_other_user()
    {
        await PutAsync(s_own);
        object[] others =
        [
            new { incoming = new { host = "mail.example.com" } },
            new { outgoing = new { port = 2465 } },
            new { incoming = new { encryption = "tls" } },
            new { user = "somebody" },
            new { provider = "gmail" },
        ];
        foreach (var other in others)
        {
            using var answer = await _client.PutAsJsonAsync(Path, other, TestContext.Current.CancellationToken);
            await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
            Assert.Contains("never sent to another server", await ErrorAsync(answer, "password"), StringComparison.Ordinal);
        }

        Assert.Equal("mail.example.org", Accounts.Current!.Incoming.Host);
        await PutAsync(new { incoming = new { host = "mail.example.com" }, password = "new one" });
        Assert.Equal("mail.example.com", Accounts.Current!.Incoming.Host);
    }

    [Fact]
    public async Task All_mistakes_are_said_at_once_and_nothing_is_changed()
    {
        var wrong = new
        {
            address = "camera",
            password = "a\nb",
            incoming = new
            {
                host = "https://mail.example.org",
                port = 0,
                encryption = "ssl",
            },
            outgoing = new { host = "" },
            folder = "",
            pollingSeconds = 5,
            mailsPerHour = 0,
        };
        using var answer = await _client.PutAsJsonAsync(Path, wrong, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            [
                "address",
                "folder",
                "incoming.encryption",
                "incoming.host",
                "incoming.port",
                "mailsPerHour",
                "outgoing.encryption",
                "outgoing.host",
                "outgoing.port",
                "password",
                "pollingSeconds",
            ],
            problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains("use tls (993, 465) or starttls", problem.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.False(Accounts.Settings.IsSetUp);
    }

    [Theory]
    [InlineData("""{"provider":"gmial"}""", "provider")]
    [InlineData("""{"authentication":"basic"}""", "authentication")]
    [InlineData("""{"provider":"outlook","address":"a@outlook.com","password":"x"}""", "password")]
    public async Task A_word_that_is_not_known_is_answered_with_those_that_are(string json, string name)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client.PutAsync(Path, content, TestContext.Current.CancellationToken);
        Assert.Contains("use", await ErrorAsync(answer, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_is_removed_with_its_secret()
    {
        await PutAsync(s_own);
        var changes = 0;
        Accounts.Changed += () => changes++;
        using var answer = await _client.DeleteAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(Accounts.Current);
        Assert.Null(Accounts.Settings.Secret);
        Assert.Equal(1, changes);
        using var again = await _client.DeleteAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Every_provider_says_how_to_get_in_and_those_with_servers_encrypt_all_the_way()
    {
        using var answer = await _client.GetAsync($"{Path}/providers", TestContext.Current.CancellationToken);
        using var providers = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["gmail", "icloud", "yahoo", "outlook", "fastmail", "gmx", "own"],
            providers.RootElement.EnumerateArray().Select(provider => provider.GetProperty("id").GetString())
        );
        Assert.All(
            providers.RootElement.EnumerateArray(),
            provider =>
            {
                Assert.NotEmpty(provider.GetProperty("help").EnumerateArray());
                Assert.NotEmpty(provider.GetProperty("authentications").EnumerateArray());
                Assert.True(
                    provider.GetProperty("id").GetString() == "own"
                        || provider.GetProperty("helpUrl").GetString()!.StartsWith("https://", StringComparison.Ordinal)
                );
            }
        );
    }

    private MailAccounts Accounts => _application.Services.GetRequiredService<MailAccounts>();

    private string State => System.IO.Path.GetDirectoryName(_application.Services.GetRequiredService<Database>().Path)!;

    private IEnumerable<string> Keys() => Directory.EnumerateFiles(State, $"{SecretKeyFiles.Prefix}*");

    private async Task<JsonElement> GetAsync() => await _client.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);

    private async Task<JsonElement> PutAsync(object change)
    {
        using var answer = await _client.PutAsJsonAsync(Path, change, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer, string name)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return problem.GetProperty("errors").GetProperty(name)[0].GetString()!;
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
