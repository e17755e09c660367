using System.Net;
using System.Net.Http.Json;
using System.Text;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Audit;
using PiLittleEye.Keys;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class WrongKeysTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;
    private HttpClient _anonymous = null!;

    public async ValueTask InitializeAsync()
    {
        (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        _anonymous = _application.Anonymous();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task After_three_wrong_ones_the_address_waits_whatever_it_shows()
    {
        foreach (var wrong in new[] { Bearer(), InAddress(), Ticket() })
        {
            using var answer = await SendAsync(wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        foreach (var wrong in new[] { Bearer(), Basic(), InAddress(), Ticket() })
        {
            using var answer = await SendAsync(wrong);
            await answer.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-wrong-keys");
            Assert.InRange(int.Parse(answer.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        }

        Assert.Equal(
            3,
            _application.Log.Lines.Count(line => line.Message.StartsWith("A key or link that opens nothing", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_log_counts_them_in_one_row()
    {
        for (var count = 0; count < 7; count++)
        {
            using var wrong = await SendAsync(InAddress());
        }

        _application.Services.GetRequiredService<AuditTally>().Flush();
        var database = _application.Services.GetRequiredService<PiLittleEye.Storage.Database>();
        object? rows = null;
        await Limit.Until(
            () =>
                (
                    rows = TemporaryState.Execute(
                        database,
                        "SELECT group_concat(address || text) FROM audit WHERE kind IN ('key-refused', 'not-signed-in')"
                    )
                ) is string,
            "the row is written"
        );
        Assert.Equal("127.0.0.1A key or link that opens nothing was refused. This happened 7 times.", rows);
    }

    [Fact]
    public async Task Neighbours_with_a_right_one_and_people_who_sign_in_do_not_wait()
    {
        for (var count = 0; count < 6; count++)
        {
            using var wrong = await SendAsync(InAddress());
        }

        var (_, pair) = KeyBench.MakeKey(_application);
        using var right = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/snapshot?appkey={pair.Key}&secret={pair.Secret}"));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using var signIn = await _anonymous.PostAsJsonAsync(
            "/api/v1/session",
            new { name = PiLittleEyeApplication.Administrator, password = PiLittleEyeApplication.Password },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, signIn.StatusCode);
    }

    [Fact]
    public async Task A_wrong_one_says_so_also_to_somebody_who_is_signed_in()
    {
        using var signedIn = _application.SignedIn();
        using var key = await signedIn.GetAsync("/snapshot?appkey=a&secret=b", TestContext.Current.CancellationToken);
        await key.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-key");
        using var ticket = await signedIn.GetAsync("/snapshot?ticket=a", TestContext.Current.CancellationToken);
        await ticket.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-ticket");
    }

    [Fact]
    public async Task An_expired_one_is_a_wrong_one()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (_, pair) = KeyBench.MakeKey(_application, expiresAt: now - TimeSpan.FromSeconds(1));
        using var key = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/snapshot?appkey={pair.Key}&secret={pair.Secret}"));
        await key.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-key");
        var (_, token) = KeyBench.MakeTicket(_application, lifetime: TimeSpan.FromSeconds(-1));
        using var ticket = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/snapshot?ticket={token}"));
        await ticket.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-ticket");
    }

    [Theory]
    [InlineData("?appkey={key}")]
    [InlineData("?appkey={key}&secret=")]
    [InlineData("?appkey={key}&secret={secret}&secret={secret}")]
    [InlineData("?appkey={key}&appkey={key}&secret={secret}")]
    [InlineData("?appkey={secret}&secret={key}")]
    [InlineData("?appkey={key}&secret={secret}x")]
    [InlineData("?appkey=&secret={secret}")]
    [InlineData("?ticket=")]
    [InlineData("?ticket={ticket}&ticket={ticket}")]
    [InlineData("?ticket=x&appkey={key}&secret={secret}")]
    public async Task Half_a_key_or_two_open_nothing(string query)
    {
        var (_, pair) = KeyBench.MakeKey(_application);
        var filled = query
            .Replace("{key}", pair.Key, StringComparison.Ordinal)
            .Replace("{secret}", pair.Secret, StringComparison.Ordinal)
            .Replace("{ticket}", KeyBench.MakeTicket(_application).Token, StringComparison.Ordinal);
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/snapshot" + filled));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Whatever_stands_where_a_credential_should_it_is_refused_and_no_error()
    {
        foreach (var text in ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).Sample(60, 60))
        {
            var escaped = Uri.EscapeDataString(new string([.. text.Where(letter => !char.IsSurrogate(letter))]));
            var plain = new string([.. text.Where(letter => letter is > ' ' and < (char)127)]);
            foreach (
                var (path, name, value) in new[]
                {
                    ($"/snapshot?ticket={escaped}", "X-None", "x"),
                    ($"/snapshot?appkey={escaped}&secret={escaped}", "X-None", "x"),
                    ($"/snapshot?{escaped}&ticket", "X-None", "x"),
                    ("/snapshot", "Authorization", $"Bearer {plain}.{plain}"),
                    ("/snapshot", "Authorization", $"Basic {plain}"),
                    ("/snapshot", "Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}"),
                    ("/snapshot", "Cookie", $"{SessionCookie.Name}={plain}; {plain}"),
                }
            )
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation(name, value);
                using var answer = await SendAsync(request);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests or HttpStatusCode.BadRequest,
                    $"{path} {name}: {value}: {answer.StatusCode}"
                );
            }
        }
    }

    // PLE-W12: there, secrets ended up in the logs of whatever saw the address.
    [Fact]
    public async Task No_secret_is_logged_or_repeated_in_an_answer()
    {
        var (_, pair) = KeyBench.MakeKey(_application);
        var (_, token) = KeyBench.MakeTicket(_application);
        var wrong = KeyForm.NewSecret();
        var secrets = new[] { pair.Secret, token, wrong };
        foreach (var path in new[] { "/snapshot", "/nothing", "/api/v1/keys", "/stream?fps=x", "/api/v1/cameras/none/photo.jpg" })
        {
            var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            foreach (var query in new[] { $"appkey={pair.Key}&secret={pair.Secret}", $"ticket={token}", $"ticket={wrong}" })
            {
                using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path + join + query));
                var said = $"{answer.Headers} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
                Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
            }
        }

        Assert.All(
            _application.Log.Lines,
            line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line.Message, StringComparison.Ordinal))
        );
    }

    private static HttpRequestMessage Bearer() => WithHeader($"Bearer {KeyForm.NewKey()}.{KeyForm.NewSecret()}");

    private static HttpRequestMessage Basic() =>
        WithHeader($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{KeyForm.NewKey()}:{KeyForm.NewSecret()}"))}");

    private static HttpRequestMessage InAddress() => new(HttpMethod.Get, $"/stream?appkey={KeyForm.NewKey()}&secret={KeyForm.NewSecret()}");

    private static HttpRequestMessage Ticket() => new(HttpMethod.Get, $"/stream?ticket={KeyForm.NewSecret()}");

    private static HttpRequestMessage WithHeader(string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/stream");
        request.Headers.TryAddWithoutValidation("Authorization", value);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            return await _anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
