using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class SenderEndpointsTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Path = "/api/v1/photo-replies/senders";

    [Fact]
    public async Task A_sender_is_added_checked_and_listed_and_its_secret_is_shown_once()
    {
        var made = await AddAsync(new { address = "Alice@Example.com" });
        Assert.Equal("alice@example.com", made.GetProperty("address").GetString());
        Assert.False(made.GetProperty("isVerified").GetBoolean());
        Assert.StartsWith(
            "otpauth://totp/Pi%20Little%20Eye:alice%40example.com?secret=",
            made.GetProperty("uri").GetString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("<svg", made.GetProperty("qr").GetString(), StringComparison.Ordinal);
        var one = $"{Path}/{made.GetProperty("id").GetInt64()}";

        using var wrong = await camera.SignedIn.PostAsJsonAsync(
            $"{one}/verification",
            new { code = "000000" },
            TestContext.Current.CancellationToken
        );
        await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-code");
        using var right = await camera.SignedIn.PostAsJsonAsync(
            $"{one}/verification",
            new { code = Authenticator.CodeOf(made.GetProperty("secret").GetString()!) },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);

        var text = await camera.SignedIn.GetStringAsync(Path, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(made.GetProperty("secret").GetString()!, text, StringComparison.Ordinal);
        var item = JsonDocument
            .Parse(text)
            .RootElement.EnumerateArray()
            .Single(sender => sender.GetProperty("address").GetString() == "alice@example.com");
        Assert.True(item.GetProperty("isVerified").GetBoolean());
        Assert.Equal(0, item.GetProperty("replies").GetInt64());

        // Another secret, and it is to be checked again.
        using var renewed = await camera.SignedIn.PostAsync($"{one}/secret", null, TestContext.Current.CancellationToken);
        var secret = (await renewed.JsonAsync()).GetProperty("secret").GetString();
        Assert.NotEqual(made.GetProperty("secret").GetString(), secret);
        using var unlocked = await camera.SignedIn.DeleteAsync($"{one}/lock", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, unlocked.StatusCode);
        using var removed = await camera.SignedIn.DeleteAsync(one, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await camera.SignedIn.DeleteAsync(one, TestContext.Current.CancellationToken);
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-sender");

        var log = await camera.SignedIn.GetStringAsync("/api/v1/log?limit=50", TestContext.Current.CancellationToken);
        Assert.All(
            (string[])
                [
                    "photo-sender-added",
                    "photo-sender-verified",
                    "photo-sender-secret-renewed",
                    "photo-sender-unlocked",
                    "photo-sender-removed",
                ],
            kind => Assert.Contains(kind, log, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(secret!, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_addresses_may_share_a_secret_which_is_not_shown_again()
    {
        var first = await AddAsync(new { address = "bob@example.com" });
        var second = await AddAsync(new { address = "bob@work.example", sharesWith = first.GetProperty("id").GetInt64() });
        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("sharesWith").GetInt64());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("secret").ValueKind);
    }

    [Fact]
    public async Task It_has_the_rights_of_an_account_or_of_everybody()
    {
        var accounts = await (await camera.SignedIn.GetAsync("/api/v1/accounts", TestContext.Current.CancellationToken)).JsonAsync();
        var id = accounts[0].GetProperty("id").GetInt64();
        var made = await AddAsync(new { address = "carol@example.com", account = id });
        Assert.Equal(id, made.GetProperty("account").GetInt64());
        using var changed = await camera.SignedIn.PutAsJsonAsync(
            $"{Path}/{made.GetProperty("id").GetInt64()}",
            new { account = (long?)null },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var nobody = await camera.SignedIn.PutAsJsonAsync(
            $"{Path}/{made.GetProperty("id").GetInt64()}",
            new { account = 999_999 },
            TestContext.Current.CancellationToken
        );
        await nobody.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
    }

    [Fact]
    public async Task What_cannot_be_a_sender_is_refused_in_words()
    {
        using var wrong = await camera.SignedIn.PostAsJsonAsync(
            Path,
            new
            {
                address = "alice",
                account = 999_999,
                sharesWith = 99,
            },
            TestContext.Current.CancellationToken
        );
        await wrong.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        Assert.Equal(3, (await wrong.JsonAsync()).GetProperty("errors").EnumerateObject().Count());

        await AddAsync(new { address = "dan@example.com" });
        using var twice = await camera.SignedIn.PostAsJsonAsync(
            Path,
            new { address = "DAN@example.com" },
            TestContext.Current.CancellationToken
        );
        await twice.AssertProblemAsync(HttpStatusCode.Conflict, "sender-exists");
    }

    private async Task<JsonElement> AddAsync(object wish)
    {
        using var answer = await camera.SignedIn.PostAsJsonAsync(Path, wish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
