using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SecondFactorEndpointsTests : IAsyncLifetime
{
    private const string Own = "/api/v1/session/second-factor";

    private PiLittleEyeApplication _application = null!;
    private Account _account = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        _account = _application.AddWithPassword("Grace");
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_second_factor_is_asked_for_once_a_code_has_proved_that_it_arrived()
    {
        var (mine, other) = (_application.SignedInAs(_account), _application.SignedInAs(_account));
        var offer = await OfferAsync(mine);
        Assert.Equal(32, offer.Secret.Length);
        Assert.StartsWith("otpauth://totp/Pi%20Little%20Eye:Grace?secret=" + offer.Secret, offer.Uri, StringComparison.Ordinal);
        Assert.Contains("<svg", offer.Qr, StringComparison.Ordinal);

        // Not on yet: the password alone still opens.
        using var before = await SignInAsync(code: null);
        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        using var wrong = await mine.PutAsJsonAsync(Own, new { code = "000000" }, Stop);
        await wrong.AssertProblemAsync(HttpStatusCode.Forbidden, "wrong-code");

        var codes = await TurnOnAsync(mine, offer);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.True((await mine.GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop))!.HasSecondFactor);
        using var ended = await other.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        using var half = await SignInAsync(code: null);
        await half.AssertProblemAsync(HttpStatusCode.Unauthorized, "second-factor-needed");
        // The code that turned it on is used up.
        using var used = await SignInAsync(CodeOf(offer, 0));
        await used.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
        var next = CodeOf(offer, 1);
        using var right = await SignInAsync(next);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        using var again = await SignInAsync(next);
        await again.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        var mine = _application.SignedInAs(_account);
        var codes = await TurnOnAsync(mine, await OfferAsync(mine));
        using var first = await SignInAsync(codes[3].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant());
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var again = await SignInAsync(codes[3]);
        await again.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-code");
        using var other = await SignInAsync(codes[4]);
        Assert.Equal(HttpStatusCode.NoContent, other.StatusCode);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_without_end()
    {
        var mine = _application.SignedInAs(_account);
        await TurnOnAsync(mine, await OfferAsync(mine));
        var refusals = new List<HttpStatusCode>();
        for (var guess = 0; guess < 5; guess++)
        {
            using var answer = await SignInAsync($"00000{guess}");
            refusals.Add(answer.StatusCode);
        }

        Assert.Equal(3, refusals.Count(code => code == HttpStatusCode.Unauthorized));
        Assert.Equal(2, refusals.Count(code => code == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_proof_asks_for_a_code_too()
    {
        var mine = _application.SignedInAs(_account);
        var codes = await TurnOnAsync(mine, await OfferAsync(mine));
        using var half = await ProveAsync(mine, code: null);
        await half.AssertProblemAsync(HttpStatusCode.Forbidden, "second-factor-needed");
        using var wrong = await ProveAsync(mine, "123");
        await wrong.AssertProblemAsync(HttpStatusCode.Forbidden, "wrong-code");
        using var right = await ProveAsync(mine, codes[0]);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task Whoever_is_asked_for_one_may_do_nothing_before_it_is_set_up()
    {
        var mine = _application.SignedInAs(_account);
        using var administrator = _application.SignedIn();
        using var required = await administrator.PutAsJsonAsync(
            "/api/v1/accounts/second-factor-required",
            new RequiredRoles(["viewer"]),
            Stop
        );
        Assert.Equal(HttpStatusCode.NoContent, required.StatusCode);

        Assert.Equal("second-factor", (await mine.GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop))!.Owes);
        Assert.Equal("second-factor", (await administrator.AccountAsync("Grace")).Owes);
        using var refused = await mine.GetAsync("/api/v1/cameras", Stop);
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "second-factor-owed");
        await TurnOnAsync(mine, await OfferAsync(mine));
        using var free = await mine.GetAsync("/api/v1/cameras", Stop);
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task An_administrator_takes_the_factor_of_a_lost_phone_off()
    {
        var mine = _application.SignedInAs(_account);
        await TurnOnAsync(mine, await OfferAsync(mine));
        using var administrator = _application.SignedIn();
        Assert.True((await administrator.AccountAsync("Grace")).HasSecondFactor);
        using var off = await administrator.DeleteAsync($"/api/v1/accounts/{_account.Id}/second-factor", Stop);
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        using var signedIn = await SignInAsync(code: null);
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
    }

    [Fact]
    public async Task The_secret_stands_nowhere_in_the_database_and_its_key_is_its_owners_alone()
    {
        var mine = _application.SignedInAs(_account);
        var offer = await OfferAsync(mine);
        await TurnOnAsync(mine, offer);
        var row = _application.Services.GetRequiredService<SecondFactorStore>().Find(_account.Id)!;
        var key = _application.Services.GetRequiredService<SecondFactorKey>();
        Assert.Equal(offer.Secret, Totp.Text(key.Open(_account.Id, row.Secret!)));
        Assert.Null(key.Open(_account.Id + 1, row.Secret!));
        row.Secret![^1] ^= 1;
        Assert.Null(key.Open(_account.Id, row.Secret!));
        var file = Path.Combine(_application.StateDirectory, "state", SecondFactorKey.FileName);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task An_old_proof_sets_up_nothing()
    {
        var mine = _application.SignedInAs(_account);
        _application.AgeProofs(TimeSpan.FromMinutes(11));
        using var offer = await mine.PostAsync(Own, content: null, Stop);
        await offer.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        using var off = await mine.DeleteAsync(Own, Stop);
        await off.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
    }

    private static async Task<SecondFactorOffer> OfferAsync(HttpClient client)
    {
        using var answer = await client.PostAsync(Own, content: null, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SecondFactorOffer>(Stop))!;
    }

    private async Task<IReadOnlyList<string>> TurnOnAsync(HttpClient client, SecondFactorOffer offer)
    {
        using var answer = await client.PutAsJsonAsync(Own, new { code = CodeOf(offer, 0) }, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<RecoveryCodes>(Stop))!.Codes;
    }

    // The secret as the authenticator has it, from what is kept: whoever reads the base 32 would be another program.
    private string CodeOf(SecondFactorOffer offer, int stepsAhead)
    {
        var row = _application.Services.GetRequiredService<SecondFactorStore>().Find(_account.Id)!;
        var secret = _application.Services.GetRequiredService<SecondFactorKey>().Open(_account.Id, row.Offered ?? row.Secret!)!;
        Assert.Equal(offer.Secret, Totp.Text(secret));
        // After the one used last, so that a step that ends between two requests changes nothing.
        var step = row.LastStep > 0 ? row.LastStep + stepsAhead : Totp.StepAt(TimeProvider.System.GetUtcNow());
        return Totp.CodeOf(secret, step);
    }

    private Task<HttpResponseMessage> SignInAsync(string? code) =>
        _application
            .Anonymous()
            .PostAsJsonAsync(
                "/api/v1/session",
                new
                {
                    name = "Grace",
                    password = People.Password,
                    code,
                },
                Stop
            );

    private static Task<HttpResponseMessage> ProveAsync(HttpClient client, string? code) =>
        client.PostAsJsonAsync("/api/v1/session/proof", new { password = People.Password, code }, Stop);
}
