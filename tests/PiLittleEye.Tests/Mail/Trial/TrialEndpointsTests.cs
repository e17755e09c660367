using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.OAuth;
using PiLittleEye.Mail.Trial;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Trial;

/// <summary>Against real Dovecot and Postfix; each step is made to fail.</summary>
public sealed class TrialEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/mail/test";

    private static readonly string[] s_all =
    [
        "dns",
        "tcp",
        "tls",
        "login",
        "folder",
        "idle",
        "smtp-dns",
        "smtp-tcp",
        "smtp-tls",
        "smtp-login",
        "send",
        "receive",
    ];

    private MailServers _servers = null!;
    private PiLittleEyeApplication _application = null!;
    private HttpClient _client = null!;
    private string _box = "";

    public async ValueTask InitializeAsync()
    {
        _servers = await MailServers.StartedAsync();
        _box = _servers.TakeMailbox();
        _application = await PiLittleEyeApplication.StartAsync(
            services => services.AddSingleton(Connector),
            $"--Mail:TrustedAuthority={_servers.AuthorityFile}"
        );
        await _application.ClaimAsync();
        _client = _application.SignedIn();
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_of_the_way_is_gone_and_told_step_by_step(bool isEncryptedFromTheStart)
    {
        var encryption = isEncryptedFromTheStart ? MailEncryption.Tls : MailEncryption.StartTls;
        var steps = await TestAsync(Account(_servers.Imap(encryption), _servers.Submission(encryption)));
        Assert.Equal(s_all, steps.Select(step => step.Id));
        Assert.All(steps, step => Assert.True(step.State == "passed", $"{step.Id}: {step.Detail}"));
        Assert.All(steps, step => Assert.NotNull(step.Milliseconds));
        Assert.Contains("TLS 1.3", Of(steps, "tls").Detail, StringComparison.Ordinal);
        Assert.Contains(_box, Of(steps, "login").Detail, StringComparison.Ordinal);
        Assert.Contains("It came in after", Of(steps, "receive").Detail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", Assert.Single(_servers.Mails(_box)), StringComparison.Ordinal);

        using var log = await _client.GetAsync("/api/v1/log?kind=mail-account-tested", TestContext.Current.CancellationToken);
        var rows = await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("all is well", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("-pw", rows, StringComparison.Ordinal);
        // What was tried was not stored.
        Assert.False(
            (await _client.GetFromJsonAsync<JsonElement>("/api/v1/mail", TestContext.Current.CancellationToken))
                .GetProperty("isSetUp")
                .GetBoolean()
        );
    }

    [Fact]
    public async Task What_is_stored_is_tested_when_nothing_is_sent()
    {
        using (var stored = await _client.PutAsJsonAsync("/api/v1/mail", Account(), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        }

        var steps = await TestAsync(account: null);
        Assert.All(steps, step => Assert.Equal("passed", step.State));
    }

    [Fact]
    public async Task A_name_that_nobody_has_fails_at_the_first_step_and_sending_is_tried_all_the_same()
    {
        var steps = await TestAsync(Account(_servers.Imap(host: "nobody.test.local")));
        AssertFailed(steps, "dns", "no address", ["tcp", "tls", "login", "folder", "idle", "receive"]);
        Assert.Equal("passed", Of(steps, "send").State);
        Assert.Contains("Correct the name", Of(steps, "dns").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_without_a_server_fails_when_it_is_reached_for()
    {
        var free = new MailServer("localhost", _servers.FreePorts[0], MailEncryption.Tls);
        var steps = await TestAsync(Account(free, free));
        AssertFailed(steps, "tcp", "port", ["tls", "login", "folder", "idle", "receive"]);
        AssertFailed(steps, "smtp-tcp", "port", ["smtp-tls", "smtp-login", "send"]);
    }

    [Theory]
    [InlineData("wronghost.test.local", "as its certificate names it")]
    [InlineData("expired.test.local", "renew the certificate")]
    [InlineData("selfsigned.test.local", "Mail:TrustedAuthority")]
    public async Task A_wrong_certificate_fails_before_the_password_is_sent(string host, string remedy)
    {
        var steps = await TestAsync(Account(_servers.Imap(host: host)));
        AssertFailed(steps, "tls", host, ["login", "folder", "idle", "receive"]);
        Assert.Contains(remedy, Of(steps, "tls").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_of_encryption_that_belongs_to_another_port_is_told()
    {
        var plain = _servers.Imap(MailEncryption.StartTls) with { Encryption = MailEncryption.Tls };
        var submission = _servers.Submission(MailEncryption.StartTls) with { Encryption = MailEncryption.Tls };
        var steps = await TestAsync(Account(plain, submission));
        AssertFailed(steps, "tls", "TLS", ["login"]);
        Assert.Contains("starttls with 143", Of(steps, "tls").Remedy, StringComparison.Ordinal);
        AssertFailed(steps, "smtp-tls", "TLS", ["smtp-login", "send"]);
    }

    [Fact]
    public async Task A_wrong_password_fails_at_both_servers()
    {
        var steps = await TestAsync(Account(password: "wrong"));
        AssertFailed(steps, "login", "password", ["folder", "idle", "receive"]);
        AssertFailed(steps, "smtp-login", "", ["send"]);
        Assert.Contains("app password", Of(steps, "login").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_by_name()
    {
        var steps = await TestAsync(Account(folder: "Nowhere"));
        Assert.Equal("passed", Of(steps, "login").State);
        AssertFailed(steps, "folder", "Nowhere", ["idle", "receive"]);
        Assert.Contains("INBOX", Of(steps, "folder").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_push_is_no_failure()
    {
        var steps = await TestAsync(Account(user: "noidle"));
        Assert.Equal("skipped", Of(steps, "idle").State);
        Assert.Contains("no IDLE", Of(steps, "idle").Detail, StringComparison.Ordinal);
        Assert.Equal("passed", Of(steps, "receive").State);
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_want_fails_at_sending()
    {
        var steps = await TestAsync(Account(address: "nosuchuser@example.org"));
        AssertFailed(steps, "send", "", ["receive"]);
        Assert.Equal("passed", Of(steps, "smtp-login").State);
    }

    [Fact]
    public async Task A_mail_that_goes_elsewhere_is_waited_for_until_somebody_ends_it()
    {
        // To alice: the server takes it, and it does not come into this mailbox.
        await BeginAsync(Account(address: $"alice@{MailServers.Domain}"));
        await Limit.Until(
            () => Standing().Steps.Any(step => step is { Id: "receive", State: TrialStepState.Running }),
            "it waits for the mail"
        );
        using var ended = await _client.DeleteAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        var standing = Standing();
        Assert.False(standing.IsRunning);
        Assert.Equal("The test was ended.", standing.Steps.Single(step => step.Id == "receive").Detail);
    }

    [Fact]
    public async Task A_mail_that_never_comes_in_fails_after_a_minute_and_a_half_with_a_word_about_spam()
    {
        var clock = new SteppingClock();
        var walk = new TrialWalk(Connector(_application.Services), clock);
        var board = new TrialBoard(provider: null, TimeProvider.System);
        var account = new MailAccount
        {
            Address = $"alice@{MailServers.Domain}",
            Incoming = _servers.Imap(),
            Outgoing = _servers.Submission(),
            Login = MailServers.Login(_box),
            Folder = "INBOX",
            PollingPeriod = TimeSpan.FromMinutes(1),
            MailsPerHour = 60,
            AuthservId = null,
        };
        var walking = walk.GoAsync(account, board, TestContext.Current.CancellationToken);
        foreach (var seconds in new[] { 1, 90 })
        {
            await clock.SleeperAsync(TimeSpan.FromSeconds(seconds));
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await Limit.On(walking, "the test ends");
        var receive = board.Steps.Single(step => step.Id == "receive");
        Assert.Equal(TrialStepState.Failed, receive.State);
        Assert.Contains("Spam", receive.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_a_provider_logs_in_to_both_servers()
    {
        await using var authority = await FakeAuthority.StartAsync();
        await _application.DisposeAsync();
        _application = await PiLittleEyeApplication.StartAsync(services => services.AddSingleton(Connector), authority.Settings);
        await _application.ClaimAsync();
        _client = _application.SignedIn();
        authority.DeviceAnswer = authority.DeviceAnswer.Replace("\"interval\":5", "\"interval\":0.05", StringComparison.Ordinal);
        var token = await _servers.TokenAsync(_box);
        var address = $"{_box}@{MailServers.Domain}";
        authority.Says(
            """{"access_token":"unused","expires_in":3600,"refresh_token":"lasting"}""",
            $$"""{"access_token":"{{token}}","expires_in":3600}"""
        );
        object account = new
        {
            provider = "outlook",
            address,
            incoming = Server(_servers.Imap()),
            outgoing = Server(_servers.Submission()),
        };
        using (var stored = await _client.PutAsJsonAsync("/api/v1/mail", account, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        }

        using (var nothing = await _client.PostAsync(Path, content: null, TestContext.Current.CancellationToken))
        {
            await nothing.AssertProblemAsync(HttpStatusCode.Conflict, "no-mail-account");
        }

        using (
            var begun = await _client.PostAsJsonAsync(
                "/api/v1/mail/oauth",
                new { provider = "outlook", address },
                TestContext.Current.CancellationToken
            )
        )
        {
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        }

        var signIn = _application.Services.GetRequiredService<DeviceSignIn>();
        await Limit.Until(() => signIn.Standing.State == "granted", "granted");
        var steps = await TestAsync(account: null);
        Assert.All(steps, step => Assert.True(step.State == "passed", $"{step.Id}: {step.Detail}"));
        // One token for both servers.
        Assert.Equal(1, authority.CountOf("refresh_token"));
    }

    [Fact]
    public async Task Wrong_settings_and_no_account_are_told_before_anything_is_tried()
    {
        using var nothing = await _client.PostAsync(Path, content: null, TestContext.Current.CancellationToken);
        await nothing.AssertProblemAsync(HttpStatusCode.Conflict, "no-mail-account");
        using var wrong = await _client.PostAsJsonAsync(Path, new { address = "x" }, TestContext.Current.CancellationToken);
        await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        Assert.Empty(Standing().Steps);
    }

    // All names but one lead to the loopback; certificates are judged by name as ever.
    private MailConnector Connector(IServiceProvider services) =>
        new(
            Options.Create(new MailOptions { TrustedAuthority = _servers.AuthorityFile }),
            TimeProvider.System,
            NullLogger<MailConnector>.Instance,
            (name, _) =>
                name == "nobody.test.local"
                    ? Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound))
                    : Task.FromResult(new[] { IPAddress.Loopback })
        );

    private object Account(
        MailServer? incoming = null,
        MailServer? outgoing = null,
        string? user = null,
        string? password = null,
        string? address = null,
        string folder = "INBOX"
    ) =>
        new
        {
            address = address ?? $"{user ?? _box}@{MailServers.Domain}",
            user = user ?? _box,
            password = password ?? $"{user ?? _box}-pw",
            folder,
            incoming = Server(incoming ?? _servers.Imap()),
            outgoing = Server(outgoing ?? _servers.Submission()),
        };

    private static object Server(MailServer server) =>
        new
        {
            host = server.Host,
            port = server.Port,
            encryption = server.Encryption == MailEncryption.Tls ? "tls" : "starttls",
        };

    private static void AssertFailed(IReadOnlyList<Step> steps, string failed, string words, string[] skipped)
    {
        var step = Of(steps, failed);
        Assert.True(step.State == "failed", $"{failed} is {step.State}: {step.Detail}");
        Assert.NotEmpty(step.Remedy!);
        Assert.Contains(words, $"{step.Detail} {step.Remedy}", StringComparison.OrdinalIgnoreCase);
        Assert.All(skipped, id => Assert.Equal("skipped", Of(steps, id).State));
    }

    private static Step Of(IReadOnlyList<Step> steps, string id) => steps.Single(step => step.Id == id);

    private TrialResponse Standing() => _application.Services.GetRequiredService<MailTrial>().Standing;

    private async Task BeginAsync(object? account)
    {
        using var content = account is null ? null : JsonContent.Create(account);
        using var answer = await _client.PostAsync(Path, content, TestContext.Current.CancellationToken);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Accepted,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private async Task<IReadOnlyList<Step>> TestAsync(object? account)
    {
        await BeginAsync(account);
        await Limit.On(_application.Services.GetRequiredService<MailTrial>().CompletionAsync(), "the test ends");
        var standing = await _client.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        Assert.False(standing.GetProperty("isRunning").GetBoolean());
        return standing.GetProperty("steps").Deserialize<List<Step>>(JsonSerializerOptions.Web)!;
    }

    private sealed record Step(string Id, string Title, string State, string? Detail, string? Remedy, long? Milliseconds);
}
