using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class LogEndpointsTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private static readonly JsonSerializerOptions s_json = JsonSerializerOptions.Web;

    private readonly AuditLog _log = camera.Application.Services.GetRequiredService<AuditLog>();

    [Fact]
    public async Task Paging_gives_every_row_once_while_more_are_written()
    {
        var kind = await WriteAsync(25);
        var (seen, next) = (new List<long>(), (long?)null);
        do
        {
            var page = await GetAsync($"log?kind={kind}&limit=7{(next is null ? "" : $"&before={next}")}");
            seen.AddRange(page.Entries.Select(entry => entry.Id));
            next = page.Next;
            await _log.SaveAsync(new AuditEntry(kind, "Came later."));
        } while (next is not null);
        Assert.Equal(25, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Filters_narrow_each_other()
    {
        var kind = await WriteAsync(3);
        await _log.SaveAsync(new AuditEntry(kind, "An alert by Eve.") { Who = "Eve", IsAlert = true });
        Assert.Equal("An alert by Eve.", Assert.Single((await GetAsync($"log?kind={kind}&alerts=true&who=Eve&q=eve")).Entries).Text);
        Assert.Empty((await GetAsync($"log?kind={kind}&alerts=true&who=Ada")).Entries);
        Assert.Equal(4, (await GetAsync($"log?kind={kind},nothing")).Entries.Count);
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_refused_in_words()
    {
        using var answer = await camera.SignedIn.GetAsync("/api/v1/log?limit=0", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Both_exports_hold_every_row_oldest_first_and_are_noted()
    {
        var kind = await WriteAsync(1203);
        var csv = await camera.SignedIn.GetStringAsync($"/api/v1/log/export?format=csv&kind={kind}", TestContext.Current.CancellationToken);
        var json = await camera.SignedIn.GetStringAsync(
            $"/api/v1/log/export?format=jsonl&kind={kind}",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(1204, csv.TrimEnd().Split("\r\n").Length);
        var ids = json.TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize<LogLine>(line, s_json)!.Entry.Id).ToList();
        Assert.Equal(1203, ids.Count);
        Assert.Equal(ids.Order(), ids);
        Assert.NotEmpty((await GetAsync("log?kind=log-exported")).Entries);
    }

    [Theory]
    [InlineData("format=xml")]
    [InlineData("format=csv&limit=0")]
    public async Task An_export_that_cannot_be_made_is_refused_before_it_begins(string query)
    {
        using var answer = await camera.SignedIn.GetAsync($"/api/v1/log/export?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_alert_is_counted_until_it_is_seen_and_only_what_was_on_the_screen_is()
    {
        await SeeAsync("");
        await _log.SaveAsync(new AuditEntry("alerting", "One.") { IsAlert = true });
        var first = (await GetAsync("log?kind=alerting&limit=1")).Entries[0];
        await _log.SaveAsync(new AuditEntry("alerting", "Two.") { IsAlert = true });
        Assert.Equal(2, (await AlertsAsync()).Count);
        Assert.Equal(first.At, (await AlertsAsync()).Since);
        await SeeAsync($"?upTo={first.Id}");
        Assert.Equal(1, (await AlertsAsync()).Count);
        await SeeAsync("");
        Assert.Equal(new AlertsResponse(0, Since: null), await AlertsAsync());
    }

    private async Task<string> WriteAsync(int count)
    {
        var kind = $"test-{Guid.NewGuid():N}";
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await Task.WhenAll(chunk.Select(number => _log.SaveAsync(new AuditEntry(kind, $"Number {number}."))));
        }

        return kind;
    }

    private async Task<LogPage> GetAsync(string path) =>
        (await camera.SignedIn.GetFromJsonAsync<LogPage>($"/api/v1/{path}", s_json, TestContext.Current.CancellationToken))!;

    private async Task<AlertsResponse> AlertsAsync() =>
        (await camera.SignedIn.GetFromJsonAsync<AlertsResponse>("/api/v1/log/alerts", s_json, TestContext.Current.CancellationToken))!;

    private async Task SeeAsync(string query)
    {
        using var answer = await camera.SignedIn.PostAsync(
            $"/api/v1/log/alerts/seen{query}",
            content: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
