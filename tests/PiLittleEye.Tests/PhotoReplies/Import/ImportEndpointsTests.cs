using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies.Import;

public sealed class ImportEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/photo-replies/import";

    // As its example file, with its documented defaults.
    private const string Config = """
        {
          "credentials": {"address": "printer@gmail.com", "password": "hunter2", "imap_host": "imap.gmail.com", "smtp_host": "smtp.gmail.com"},
          "email_subject": "Print status",
          "polling_period": 45,
          "max_emails": 3,
          "2fa_lookback": 90,
          "approved_users": {"Alice@example.org": "ABCDEFGH", "alice@work.example": "ABCDEFGH", "bob@example.org": "HGFEDCBA", "nobody": "AAAAAAAA"},
          "camera_port": 1,
          "image_resolution": [640, 480],
          "exposure_time": 160,
          "camera_boot_time": 1,
          "logger_filesize": 10000,
          "log_filecount": 5
        }
        """;

    private PiLittleEyeApplication _application = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        _client = _application.SignedIn();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Everything_but_the_secrets_is_taken_and_the_rest_told_with_reasons()
    {
        var answer = await ImportAsync(Config);
        Assert.Equal(
            [
                "credentials.address",
                "credentials.imap_host",
                "credentials.smtp_host",
                "polling_period",
                "email_subject",
                "2fa_lookback",
                "approved_users.Alice@example.org",
                "approved_users.alice@work.example",
                "approved_users.bob@example.org",
            ],
            answer.GetProperty("taken").EnumerateArray().Select(one => one.GetProperty("what").GetString())
        );
        var left = answer
            .GetProperty("left")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("what").GetString()!, one => one.GetProperty("why").GetString()!);
        Assert.Contains("16.6 bits", left["approved_users.bob@example.org (secret)"], StringComparison.Ordinal);
        Assert.Contains("app password", left["credentials.password"], StringComparison.Ordinal);
        Assert.Contains("/dev/video1", left["camera_port"], StringComparison.Ordinal);
        Assert.Contains("no address", left["approved_users.nobody"], StringComparison.Ordinal);
        Assert.All(
            ["max_emails", "image_resolution", "exposure_time", "camera_boot_time", "logger_filesize", "log_filecount"],
            key => Assert.NotEmpty(left[key])
        );
        Assert.All(
            ["hunter2", "ABCDEFGH", "HGFEDCBA"],
            secret => Assert.DoesNotContain(secret, answer.GetRawText(), StringComparison.Ordinal)
        );

        var mail = await GetAsync("/api/v1/mail");
        Assert.Equal("gmail", mail.GetProperty("provider").GetString());
        Assert.Equal("printer@gmail.com", mail.GetProperty("address").GetString());
        Assert.Equal(45, mail.GetProperty("pollingSeconds").GetInt32());
        // Its port 25 is gone with it.
        Assert.Equal(465, mail.GetProperty("outgoing").GetProperty("port").GetInt32());
        Assert.False(mail.GetProperty("hasSecret").GetBoolean());

        var replies = await GetAsync("/api/v1/photo-replies");
        Assert.Equal("Print status", replies.GetProperty("subject").GetString());
        Assert.Equal(90, replies.GetProperty("codeSeconds").GetInt32());
        Assert.False(replies.GetProperty("isOn").GetBoolean());

        var senders = (await GetAsync("/api/v1/photo-replies/senders")).EnumerateArray().ToList();
        Assert.Equal(3, senders.Count);
        Assert.All(senders, sender => Assert.False(sender.GetProperty("isVerified").GetBoolean()));
        Assert.Equal(senders[0].GetProperty("id").GetInt64(), senders[1].GetProperty("sharesWith").GetInt64());
        Assert.Equal(JsonValueKind.Null, senders[2].GetProperty("sharesWith").ValueKind);

        using var log = await _client.GetAsync("/api/v1/log?kind=photo-replies-imported", TestContext.Current.CancellationToken);
        Assert.Contains("9 taken", await log.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_time_nothing_that_is_there_is_touched()
    {
        await ImportAsync(Config);
        var senders = (await GetAsync("/api/v1/photo-replies/senders")).GetRawText();
        var answer = await ImportAsync(Config.Replace("printer@", "other@", StringComparison.Ordinal));
        Assert.Equal(senders, (await GetAsync("/api/v1/photo-replies/senders")).GetRawText());
        Assert.Equal("printer@gmail.com", (await GetAsync("/api/v1/mail")).GetProperty("address").GetString());
        Assert.Contains(answer.GetProperty("left").EnumerateArray(), one => one.GetProperty("what").GetString() == "credentials");
    }

    [Fact]
    public async Task A_server_of_ones_own_is_read_with_tls_and_sent_through_at_the_port_for_it()
    {
        await ImportAsync(
            """{"credentials": {"address": "a@example.org", "imap_host": "imap.example.org", "smtp_host": "smtp.example.org"}}"""
        );
        var mail = await GetAsync("/api/v1/mail");
        Assert.Equal("own", mail.GetProperty("provider").GetString());
        Assert.Equal("""{"host":"imap.example.org","port":993,"encryption":"tls"}""", mail.GetProperty("incoming").GetRawText());
        Assert.Equal("""{"host":"smtp.example.org","port":587,"encryption":"starttls"}""", mail.GetProperty("outgoing").GetRawText());
    }

    [Fact]
    public async Task Keys_that_stand_there_twice_and_numbers_beyond_all_numbers_are_no_trouble()
    {
        var answer = await ImportAsync(
            """{"id":1,"id":2,"2fa_lookback":1e400,"credentials":{"address":1,"address":2},"approved_users":{"a@b.example":"x","a@b.example":"y"}}"""
        );
        Assert.Contains(answer.GetProperty("left").EnumerateArray(), one => one.GetProperty("what").GetString() == "id");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    public async Task What_is_no_object_is_refused(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(Path, content, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-json");
    }

    private async Task<JsonElement> ImportAsync(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(Path, content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private Task<JsonElement> GetAsync(string path) => _client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
}
