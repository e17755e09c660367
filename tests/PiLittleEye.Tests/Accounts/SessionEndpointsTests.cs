using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SessionEndpointsTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Session = "/api/v1/session";
    private const string Claim = "/api/v1/claim";

    [Fact]
    public async Task Whoever_is_signed_in_is_told_who_it_is()
    {
        var who = await camera.SignedIn.GetFromJsonAsync<SessionResponse>(Session, TestContext.Current.CancellationToken);
        Assert.Equal((PiLittleEyeApplication.Administrator, "administrator", true), (who!.Name, who.Role, who.IsAdministrator));
    }

    [Fact]
    public async Task Signing_in_opens_a_session_in_a_cookie_that_no_script_and_no_other_site_can_use()
    {
        using var answer = await SignInAsync(camera.Application, " ADA lovelace ", PiLittleEyeApplication.Password);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var parts = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split("; ");
        Assert.StartsWith("__Host-pi-little-eye=", parts[0], StringComparison.Ordinal);
        Assert.Equal(["httponly", "max-age=2592000", "path=/", "samesite=lax", "secure"], parts.Skip(1).Order());
        using var client = camera.Application.Client(PiLittleEyeApplication.TokenIn(answer));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_takes_the_cookie_away()
    {
        using var client = camera.Application.SignedIn();
        using var answer = await client.DeleteAsync(Session, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-pi-little-eye=; expires=Thu, 01 Jan 1970", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(camera.SignedIn));
    }

    [Fact]
    public async Task A_claimed_camera_cannot_be_claimed_again()
    {
        using var answer = await camera.Anonymous.PostAsJsonAsync(
            Claim,
            new ClaimRequest("AAAA-AAAA-AAAA", "Eve", "another password"),
            TestContext.Current.CancellationToken
        );
        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "already-claimed");
    }

    [Theory]
    [InlineData("Ada Lovelace", "a wrong password")]
    [InlineData("Ada Lovelace", "")]
    [InlineData("Ada Lovelace", null)]
    [InlineData("Nobody", "nine lives of a cat")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public async Task A_refusal_does_not_tell_what_was_wrong(string? name, string? password)
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        using var answer = await SignInAsync(application, name, password);

        var detail = await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");
        Assert.Equal("Check both; capital letters count in the password.", detail);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.DoesNotContain(
            application.Log.Lines,
            line => password is { Length: > 0 } && line.Message.Contains(password, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task After_three_refusals_nothing_is_checked_for_a_while_not_even_the_right_password()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        for (var guess = 0; guess < 3; guess++)
        {
            using var refused = await SignInAsync(application, "somebody", $"guess {guess}");
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        // Who has never signed in from here; the administrator, who has, does not pay for it.
        _ = application.AddWithPassword("Grace");
        using var answer = await SignInAsync(application, "Grace", People.Password);

        await answer.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var signedIn = application.Client(token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(signedIn));
        using var known = await SignInAsync(application, PiLittleEyeApplication.Administrator, PiLittleEyeApplication.Password);
        Assert.Equal(HttpStatusCode.NoContent, known.StatusCode);
    }

    [Fact]
    public async Task Of_a_hundred_guesses_at_once_three_are_checked()
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var guesses = Enumerable
            .Range(0, 100)
            .Select(guess => SignInAsync(application, PiLittleEyeApplication.Administrator, $"guess {guess}"));
        var answers = await Task.WhenAll(guesses);

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(97, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        var refusals = application.Log.Lines.Count(line => line.Message.StartsWith("A sign-in was refused", StringComparison.Ordinal));
        Assert.Equal(3, refusals);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_client_that_leaves_before_it_is_answered_is_no_error()
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var body = """{"name":"Ada Lovelace","password":"a wrong password"}""";
        for (var i = 0; i < 3; i++)
        {
            await using var connection = await RawConnection.OpenAsync(application);
            await connection.SendAsync(
                $"POST {Session} HTTP/1.1\r\nHost: camera\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            );
            connection.Reset();
        }

        await application.StopAsync();
        Assert.DoesNotContain(application.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Session, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SignInAsync(PiLittleEyeApplication application, string? name, string? password) =>
        await application.Anonymous().PostAsJsonAsync(Session, new SignInRequest(name, password), TestContext.Current.CancellationToken);
}
