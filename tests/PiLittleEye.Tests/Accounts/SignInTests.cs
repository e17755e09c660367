using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await PiLittleEyeApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Until_somebody_claims_the_camera_every_answer_says_so()
    {
        using var answer = await _application.Anonymous().GetAsync("/api/v1/cameras", TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-claimed");
    }

    [Fact]
    public async Task The_code_claims_the_camera_however_it_is_typed_and_is_void_afterwards()
    {
        var code = _application.SetupCode;
        var typed = code.Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

        using var answer = await ClaimAsync(typed);
        using var again = await ClaimAsync(code);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "already-claimed");
        using var client = _application.Client(PiLittleEyeApplication.TokenIn(answer));
        var who = await client.GetFromJsonAsync<SessionResponse>("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.Equal(("Grace Hopper", "administrator", true), (who!.Name, who.Role, who.IsAdministrator));
        Assert.False(File.Exists(Path.Combine(_application.StateDirectory, "state", SetupCode.FileName)));
        Assert.DoesNotContain(_application.Log.Lines, line => line.Message.Contains("long enough", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_claims_at_the_same_moment_one_wins()
    {
        var code = _application.SetupCode;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ClaimAsync(code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        foreach (var loser in answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent))
        {
            await loser.AssertProblemAsync(HttpStatusCode.Conflict, "already-claimed");
        }

        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("ABCD-EFGH-JKMN")]
    public async Task A_wrong_code_claims_nothing(string? code)
    {
        using var answer = await ClaimAsync(code);
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "wrong-setup-code");
        Assert.NotEmpty(_application.SetupCode);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_without_end()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ClaimAsync("ABCD-EFGH-JKMN")));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden));
        Array.ForEach(answers, answer => answer.Dispose());

        using var late = await ClaimAsync(_application.SetupCode);
        await late.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
    }

    [Fact]
    public async Task A_short_password_or_an_unusable_name_leaves_the_camera_unclaimed_and_costs_no_attempt()
    {
        for (var i = 0; i < 6; i++)
        {
            using var tooShort = await ClaimAsync(_application.SetupCode, password: "123456789");
            await tooShort.AssertProblemAsync(HttpStatusCode.BadRequest, "unusable-password");
        }

        using var tooLong = await ClaimAsync(_application.SetupCode, password: new string('x', 1025));
        await tooLong.AssertProblemAsync(HttpStatusCode.BadRequest, "unusable-password");
        using var none = await ClaimAsync(_application.SetupCode, password: null);
        await none.AssertProblemAsync(HttpStatusCode.BadRequest, "unusable-password");
        using var nameless = await ClaimAsync(_application.SetupCode, name: " \t ");
        await nameless.AssertProblemAsync(HttpStatusCode.BadRequest, "unusable-name");
        using var good = await ClaimAsync(_application.SetupCode);
        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
    }

    [Fact]
    public async Task While_too_many_are_checked_others_come_later_and_that_is_no_failed_attempt()
    {
        await _application.ClaimAsync();
        using var over = new CancellationTokenSource();
        var rush = Enumerable.Range(0, 20).Select(_ => KeepCheckingAsync(over.Token)).ToList();
        var busy = 0;
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var answer = await SignInAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                busy++;
                await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "too-many-sign-ins");
                Assert.Equal("10", answer.Header("Retry-After"));
            }
        }

        await over.CancelAsync();
        await Limit.On(Task.WhenAll(rush), "the end of the rush");
        using var quiet = await SignInAsync();

        // More than the five failures after which nobody is asked any more; one or two may have slipped into the queue.
        Assert.InRange(busy, 5, 7);
        Assert.Equal(HttpStatusCode.NoContent, quiet.StatusCode);
    }

    private async Task KeepCheckingAsync(CancellationToken over)
    {
        var passwords = _application.Services.GetRequiredService<Passwords>();
        while (!over.IsCancellationRequested)
        {
            if (await passwords.VerifyAsync(account: null, "somebody else's", CancellationToken.None) is null)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private async Task<HttpResponseMessage> SignInAsync() =>
        await _application
            .Anonymous()
            .PostAsJsonAsync(
                "/api/v1/session",
                new SignInRequest(PiLittleEyeApplication.Administrator, PiLittleEyeApplication.Password),
                TestContext.Current.CancellationToken
            );

    private async Task<HttpResponseMessage> ClaimAsync(
        string? code,
        string? name = "Grace Hopper",
        string? password = "long enough for all"
    ) =>
        await _application
            .Anonymous()
            .PostAsJsonAsync("/api/v1/claim", new ClaimRequest(code, name, password), TestContext.Current.CancellationToken);
}
