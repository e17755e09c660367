using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private static readonly HttpStatusCode[] s_refusals =
    [
        HttpStatusCode.Unauthorized,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.ServiceUnavailable,
    ];

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
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Forbidden));
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
    public async Task A_burst_of_guesses_from_fifty_addresses_keeps_nobody_else_out_and_locks_nothing()
    {
        await _application.ClaimAsync();
        _ = _application.AddWithPassword("Grace");
        var guesses = Enumerable.Range(0, 100).Select(GuessAsync).ToList();

        // From a place where nobody has signed in before: nothing but the right password tells this one from the others.
        using var elsewhere = _application.ClientFrom(IPAddress.Parse("127.0.2.1"));
        using var right = await elsewhere.SignInAsync("Grace", People.Password);

        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Contains(guesses, guess => !guess.IsCompleted);
        var codes = await Task.WhenAll(guesses);
        Assert.All(codes, code => Assert.Contains(code, s_refusals));
        // However many guess at names that nobody has, so many are hashed and the others cost nothing.
        Assert.InRange(codes.Count(code => code == HttpStatusCode.Unauthorized), 1, 2 * HashingTurns.MostWaiting);
        var everybody = _application.Services.GetRequiredService<AccountDesk>().List();
        Assert.Equal([false, false], everybody.Select(item => item.IsLocked));
    }

    [Fact]
    public async Task Where_too_many_wait_names_that_exist_and_others_are_counted_alike()
    {
        await _application.ClaimAsync();
        _ = _application.AddWithPassword("Grace");
        var flood = Enumerable.Range(0, 100).Select(number => GuessAsync(number * 3 + 1)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 9).SelectMany(number => new[] { AskAsync("Grace", number), AskAsync("Nobody", number) }));
        await Task.WhenAll(flood);

        // Three each, whatever they were told; of those for nobody none was checked.
        var kept = _application.Services.GetRequiredService<AttemptThrottle>();
        Assert.Equal(
            (3, 3),
            (kept.FailuresOf(AttemptThrottle.KeyOfName("grace", 0)), kept.FailuresOf(AttemptThrottle.KeyOfName("nobody", 0)))
        );
    }

    [Fact]
    public async Task Strangers_who_guess_cannot_shut_out_whoever_comes_from_a_known_address()
    {
        await _application.ClaimAsync();
        var throttle = _application.Services.GetRequiredService<AttemptThrottle>();
        Assert.True(AccountName.TryNormalise(PiLittleEyeApplication.Administrator, out _, out var key));
        while (throttle.Admit(AttemptThrottle.KeyOfName(key, unlocks: 0)) == TimeSpan.Zero) { }

        using var elsewhere = _application.ClientFrom(IPAddress.Parse("127.0.0.9"));
        using var refused = await elsewhere.SignInAsync(PiLittleEyeApplication.Administrator, PiLittleEyeApplication.Password);
        await refused.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");

        // The camera was claimed from here.
        using var home = await SignInAsync();
        Assert.Equal(HttpStatusCode.NoContent, home.StatusCode);
    }

    [Fact]
    public async Task Ten_wrong_passwords_in_a_row_lock_a_viewer_and_not_an_administrator()
    {
        await _application.ClaimAsync();
        var (viewer, other) = (_application.AddWithPassword("Grace"), _application.AddWithPassword("Second", AccountRole.Administrator));
        var store = _application.Services.GetRequiredService<AttemptStore>();
        var nothing = new Dictionary<string, IReadOnlyList<DateTimeOffset>>(StringComparer.Ordinal);
        store.Save(nothing, [.. Enumerable.Repeat(new FailedSignIn(viewer.Id, KnownAddress: null), 10)]);
        store.Save(nothing, [.. Enumerable.Repeat(new FailedSignIn(other.Id, KnownAddress: null), 100)]);

        using var locked = await _application.Anonymous().SignInAsync("Grace", People.Password);
        await locked.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");
        using var administrator = await _application.Anonymous().SignInAsync("Second", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, administrator.StatusCode);
        using var signedIn = _application.SignedIn();
        Assert.True((await signedIn.AccountAsync("Grace")).IsLocked);

        using var unlocked = await signedIn.PatchAsJsonAsync(
            $"/api/v1/accounts/{viewer.Id}",
            new { isLocked = false },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, unlocked.StatusCode);
        using var again = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task A_right_password_forgives_the_wrong_ones_before_it()
    {
        await _application.ClaimAsync();
        var viewer = _application.AddWithPassword("Grace");
        var store = _application.Services.GetRequiredService<AttemptStore>();
        var nothing = new Dictionary<string, IReadOnlyList<DateTimeOffset>>(StringComparer.Ordinal);
        var nine = Enumerable.Repeat(new FailedSignIn(viewer.Id, KnownAddress: null), 9).ToList();
        store.Save(nothing, nine);
        using var right = await _application.Anonymous().SignInAsync("Grace", People.Password);
        store.Save(nothing, nine);
        using var again = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (right.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_against_the_account_and_outlive_the_process()
    {
        await _application.ClaimAsync();
        var viewer = _application.AddWithPassword("Grace");
        for (var i = 0; i < 2; i++)
        {
            using var wrong = await _application.Anonymous().SignInAsync("Grace", "a wrong password");
            await wrong.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");
        }

        var accounts = _application.Services.GetRequiredService<AccountStore>();
        await Limit.Until(() => accounts.Find(viewer.Id)!.Failures == 2, "both are counted");
        var kept = _application.Services.GetRequiredService<AttemptStore>().Load();
        Assert.Equal(2, kept["name 0 grace"].Count);
        Assert.Equal(2, kept["address 127.0.0.1"].Count);
    }

    private Task<HttpStatusCode> GuessAsync(int number) =>
        GuessAsync(
            number % 3 == 0 ? PiLittleEyeApplication.Administrator : $"Nobody {number}",
            new IPAddress([127, 0, 1, (byte)(number % 50 + 1)])
        );

    private Task<HttpStatusCode> AskAsync(string name, int number) =>
        GuessAsync(name, new IPAddress([127, 0, (byte)(name == "Grace" ? 3 : 4), (byte)(number + 1)]));

    private async Task<HttpStatusCode> GuessAsync(string name, IPAddress from)
    {
        using var client = _application.ClientFrom(from);
        using var answer = await client.SignInAsync(name, "a wrong guess");
        return answer.StatusCode;
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
