using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Audit;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.OAuth;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.OAuth;

public sealed class SignInEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/mail/oauth";
    private const string Pending = """{"error":"authorization_pending"}""";
    private const string SlowDown = """{"error":"slow_down"}""";
    private const string Granted = """{"access_token":"first","expires_in":3600,"refresh_token":"lasting","token_type":"Bearer"}""";

    private static readonly object s_wish = new { provider = "outlook", address = "camera@outlook.com" };

    private readonly SteppingClock _clock = new();
    private FakeAuthority _authority = null!;
    private PiLittleEyeApplication _application = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        await StartAsync(_authority.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_types_the_code_has_set_up_the_account()
    {
        _authority.Says(Pending, Granted);
        using var answer = await _client.PostAsJsonAsync(Path, s_wish, TestContext.Current.CancellationToken);
        var offer = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("ABCD-EFGH", offer.GetProperty("userCode").GetString());
        Assert.Equal("https://login.example/device", offer.GetProperty("url").GetString());
        Assert.StartsWith("<svg", offer.GetProperty("qr").GetString(), StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow().AddSeconds(900), offer.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal("waiting", (await StandingAsync()).State);

        await PassAsync(5, 1);
        Assert.Equal("waiting", (await StandingAsync()).State);
        await PassAsync(5, 2);
        await UntilAsync("granted");
        Assert.True(Accounts.Settings is { IsSetUp: true, Authentication: MailAuthentication.OAuth2, Address: "camera@outlook.com" });
        Assert.Equal("outlook.office365.com", Accounts.Current!.Incoming.Host);
        Assert.Equal("smtp-mail.outlook.com", Accounts.Current.Outgoing.Host);
        Assert.True(Accounts.Current.Login.IsToken);
        var asked = _authority.Asked.First(one => one.Path == "/device").Form;
        Assert.Equal("the-camera", asked["client_id"]);
        Assert.Contains("offline_access", asked["scope"], StringComparison.Ordinal);

        using var log = await _client.GetAsync("/api/v1/log?kind=mail-account-signed-in", TestContext.Current.CancellationToken);
        var rows = await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(PiLittleEyeApplication.Administrator, rows, StringComparison.Ordinal);
        Assert.DoesNotContain("lasting", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_slow_down_it_asks_five_seconds_later_from_then_on()
    {
        _authority.Says(SlowDown, Pending, Pending);
        await BeginAsync();
        await PassAsync(5, 1);
        await PassAsync(10, 2);
        await PassAsync(10, 3);
    }

    [Theory]
    [InlineData("""{"error":"access_denied"}""", "refused", "refused on the provider's page")]
    [InlineData("""{"error":"authorization_declined"}""", "refused", "refused on the provider's page")]
    [InlineData("""{"error":"expired_token"}""", "expired", "not typed in time")]
    [InlineData("""{"error":"invalid_client","error_description":"AADSTS7000218: no\r\nTrace"}""", "refused", "ClientId")]
    [InlineData("""{"access_token":"x","expires_in":3600}""", "refused", "offline_access")]
    public async Task What_the_provider_says_instead_is_told_in_words(string said, string state, string words)
    {
        _authority.Says(said);
        await BeginAsync();
        await PassAsync(5, 1);
        var message = await UntilAsync(state);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.False(Accounts.Settings.IsSetUp);
    }

    [Fact]
    public async Task A_code_that_nobody_types_ends_and_so_does_the_asking()
    {
        _authority.DeviceAnswer = _authority.DeviceAnswer.Replace("900", "12", StringComparison.Ordinal);
        await BeginAsync();
        await PassAsync(5, 1);
        await PassAsync(5, 2);
        await UntilAsync("expired");
        Assert.Equal(2, _authority.CountOf("device_code"));
    }

    [Fact]
    public async Task Given_up_nothing_more_is_asked()
    {
        await BeginAsync();
        await _clock.SleeperAsync(TimeSpan.FromSeconds(5));
        using var answer = await _client.DeleteAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("none", (await StandingAsync()).State);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(0, _authority.CountOf("device_code"));
    }

    [Theory]
    [InlineData("""{"device_code":"x","user_code":"y","verification_uri":"javascript:alert(1)"}""")]
    [InlineData("""{"error":"invalid_scope"}""")]
    [InlineData("not json")]
    public async Task A_provider_without_a_usable_code_is_a_problem_in_words(string said)
    {
        _authority.DeviceAnswer = said;
        using var answer = await _client.PostAsJsonAsync(Path, s_wish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("none", (await StandingAsync()).State);
    }

    [Fact]
    public async Task A_provider_whose_certificate_nobody_signed_for_hears_nothing()
    {
        await _application.DisposeAsync();
        await StartAsync([.. _authority.Settings.Where(setting => !setting.Contains("TrustedAuthority", StringComparison.Ordinal))]);
        using var answer = await _client.PostAsJsonAsync(Path, s_wish, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.BadGateway, "certificate-authority-unknown");
        Assert.Empty(_authority.Asked);
    }

    [Fact]
    public async Task Without_a_client_id_it_says_what_to_register_and_where_to_write_it()
    {
        await _application.DisposeAsync();
        await StartAsync();
        using var answer = await _client.PostAsJsonAsync(Path, s_wish, TestContext.Current.CancellationToken);
        var detail = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "no-client-id");
        Assert.Contains("Mail:OAuth:Microsoft:ClientId", detail, StringComparison.Ordinal);
        using var wrong = await _client.PostAsJsonAsync(
            Path,
            new { provider = "gmx", address = "camera@gmx.net" },
            TestContext.Current.CancellationToken
        );
        await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
    }

    [Fact]
    public async Task The_token_is_fetched_once_for_all_who_ask_and_again_before_it_ends()
    {
        await GrantAsync();
        var hold = new TaskCompletionSource();
        _authority.Hold = hold.Task;
        _authority.Says("""{"access_token":"second","expires_in":3600,"refresh_token":"lasting-2"}""");
        var login = Accounts.Current!.Login;
        var asking = Enumerable.Range(0, 20).Select(_ => login.GetSecretAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        hold.SetResult();
        Assert.All(await Task.WhenAll(asking), token => Assert.Equal("second", token));
        Assert.Equal(1, _authority.CountOf("refresh_token"));
        Assert.Equal("lasting", _authority.Asked.Last().Form["refresh_token"]);

        _clock.ShiftWallClock(TimeSpan.FromMinutes(54));
        Assert.Equal("second", await login.GetSecretAsync(TestContext.Current.CancellationToken));
        _clock.ShiftWallClock(TimeSpan.FromMinutes(2));
        _authority.Says("""{"access_token":"third","expires_in":3600}""");
        Assert.Equal("third", await login.GetSecretAsync(TestContext.Current.CancellationToken));
        // The one that came with the second token, from the database.
        Assert.Equal("lasting-2", _authority.Asked.Last().Form["refresh_token"]);
    }

    [Fact]
    public async Task A_permission_that_was_called_back_is_forgotten_and_the_owner_told()
    {
        await GrantAsync();
        var changes = 0;
        Accounts.Changed += () => changes++;
        _authority.Says("""{"error":"invalid_grant","error_description":"AADSTS70000: revoked"}""");
        var refused = await Assert.ThrowsAsync<MailRefusedException>(async () =>
            await Accounts.Current!.Login.GetSecretAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("sign-in-again", refused.Code);
        Assert.Null(Accounts.Current);
        Assert.Equal(1, changes);
        var mail = await _client.GetFromJsonAsync<JsonElement>("/api/v1/mail", TestContext.Current.CancellationToken);
        Assert.True(mail.GetProperty("isSetUp").GetBoolean());
        Assert.False(mail.GetProperty("hasSecret").GetBoolean());
        // Written soon, and nobody waits for it.
        var audit = _application.Services.GetRequiredService<AuditLog>();
        await audit.SaveAsync(new AuditEntry("test-done", "Written after all before it."));
        Assert.Contains(
            "mail-sign-in-lost",
            await _client.GetStringAsync("/api/v1/log?alerts=true", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_provider_that_is_busy_is_asked_again_and_nothing_is_forgotten()
    {
        await GrantAsync();
        _authority.Says("""{"error":"temporarily_unavailable"}""");
        await Assert.ThrowsAsync<MailUnavailableException>(async () =>
            await Accounts.Current!.Login.GetSecretAsync(TestContext.Current.CancellationToken)
        );
        Assert.NotNull(Accounts.Current);
    }

    private DeviceSignIn SignIn => _application.Services.GetRequiredService<DeviceSignIn>();

    private MailAccounts Accounts => _application.Services.GetRequiredService<MailAccounts>();

    private async Task StartAsync(params string[] settings)
    {
        // These two alone keep the test's time: sessions and certificates go by the machine's.
        _application = await PiLittleEyeApplication.StartAsync(
            services =>
            {
                services.AddSingleton(all => ActivatorUtilities.CreateInstance<DeviceSignIn>(all, _clock));
                services.AddSingleton(all => ActivatorUtilities.CreateInstance<MailTokens>(all, _clock));
            },
            settings
        );
        await _application.ClaimAsync();
        _client = _application.SignedIn();
    }

    private async Task BeginAsync()
    {
        using var answer = await _client.PostAsJsonAsync(Path, s_wish, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task GrantAsync()
    {
        _authority.Says(Granted);
        await BeginAsync();
        await PassAsync(5, 1);
        await UntilAsync("granted");
    }

    // Not a second before its time, and then the question with this number.
    private async Task PassAsync(int seconds, int asked)
    {
        await _clock.SleeperAsync(TimeSpan.FromSeconds(seconds));
        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(asked - 1, _authority.CountOf("device_code"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Limit.Until(() => _authority.CountOf("device_code") == asked, $"question {asked}");
    }

    private async Task<string> UntilAsync(string state)
    {
        await Limit.Until(() => SignIn.Standing.State == state, state);
        return (await StandingAsync()).Message;
    }

    private async Task<(string State, string Message)> StandingAsync()
    {
        var standing = await _client.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        return (standing.GetProperty("state").GetString()!, standing.GetProperty("message").GetString()!);
    }
}
