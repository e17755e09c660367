using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Keys;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class KeysFeatureTests : IAsyncLifetime
{
    private const int Many = 25;

    // A second, and another for a machine that compiles something else meanwhile.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(2);

    private PiLittleEyeApplication _application = null!;

    public async ValueTask InitializeAsync() => (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Fifty_streams_end_with_the_key_or_ticket_they_were_opened_under_and_others_go_on()
    {
        var (key, pair) = KeyBench.MakeKey(_application);
        var (ticket, token) = KeyBench.MakeTicket(_application);
        var (_, other) = KeyBench.MakeKey(_application);
        var streams = new List<StreamViewer>();
        try
        {
            for (var count = 0; count < Many; count++)
            {
                streams.Add(await StreamViewer.OpenAsync(_application, $"{pair.Key}.{pair.Secret}"));
                streams.Add(await StreamViewer.OpenAsync(_application, token: "", $"/stream?ticket={token}"));
            }

            await using var neighbour = await StreamViewer.OpenAsync(_application, $"{other.Key}.{other.Secret}");
            await Task.WhenAll(streams.Select(stream => stream.NextAsync()));

            var since = Stopwatch.GetTimestamp();
            _application.Services.GetRequiredService<KeyRing>().Revoke(key.Id);
            _application.Services.GetRequiredService<Tickets>().Revoke(ticket.Id, accountId: null);
            var lasts = await Task.WhenAll(streams.Select(stream => stream.LastAsync()));

            // How soon is asked of the real service (StreamEndTests): beside all the others this test has no clock of its own.
            TestContext.Current.TestOutputHelper?.WriteLine($"all ended after {Stopwatch.GetElapsedTime(since)}");
            Assert.All(lasts, last => Assert.Equal("signed-out", last.State));
            Assert.Equal("live", (await neighbour.NextLiveAsync()).State);
        }
        finally
        {
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task A_stream_ends_when_the_time_of_its_key_or_ticket_is_over()
    {
        var lifetime = TimeSpan.FromSeconds(1.5);
        var end = TimeProvider.System.GetUtcNow() + lifetime;
        var (_, pair) = KeyBench.MakeKey(_application, expiresAt: end);
        var (_, token) = KeyBench.MakeTicket(_application, lifetime: lifetime);
        await using var byKey = await StreamViewer.OpenAsync(_application, token: "", $"/stream?appkey={pair.Key}&secret={pair.Secret}");
        await using var byTicket = await StreamViewer.OpenAsync(_application, token: "", $"/stream?ticket={token}");

        var lasts = await Task.WhenAll(byKey.LastAsync(), byTicket.LastAsync());

        Assert.All(lasts, last => Assert.Equal("signed-out", last.State));
        Assert.InRange(TimeProvider.System.GetUtcNow() - end, TimeSpan.Zero, s_soon);
    }

    [Fact]
    public async Task A_stream_ends_when_the_account_behind_its_key_is_gone()
    {
        var (_, pair) = KeyBench.MakeKey(_application);
        await using var viewer = await StreamViewer.OpenAsync(_application, $"{pair.Key}.{pair.Secret}");
        await viewer.NextLiveAsync();

        TemporaryState.Execute(_application.Services.GetRequiredService<PiLittleEye.Storage.Database>(), "DELETE FROM account");
        _application.Services.GetRequiredService<AccessChanges>().Tell();

        Assert.Equal("signed-out", (await viewer.LastAsync()).State);
    }
}
