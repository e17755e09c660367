using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>Strangers who guess a hundred passwords at once, again and again: whoever knows his own must not notice.</summary>
public sealed class GuessBurstTests : IAsyncLifetime
{
    private const int Bursts = 22;

    // The first ones meet code that is not compiled yet, here as after any start.
    private const int Warm = 2;
    private const double Share = 0.95;

    // On a machine with nothing else to do, where a sign-in alone takes a third of that; a busy one has its own pace.
    private const double Most = 500;
    private const double MostTimesAlone = 3;

    private readonly Launch _launch = new();
    private Appliance _service = null!;
    private HttpClient _administrator = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await Appliance.StartAsync(_launch);
        _administrator = _service.Client(await _service.ClaimAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _launch.Dispose();
    }

    [Theory]
    [InlineData("at one account")]
    [InlineData("at three accounts")]
    [InlineData("at names that nobody has")]
    public async Task Who_knows_the_password_is_let_in_at_once_and_the_burst_costs_little(string aim)
    {
        var aimed = aim switch
        {
            "at one account" => 1,
            "at three accounts" => 3,
            _ => 0,
        };
        await AddAsync("Grace");
        await AddAsync("Nora");
        using var home = Visitors.From(IPAddress.Parse("127.2.0.1"), _service.Port);
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(home, "Grace"));
        var price = await PriceAsync();
        var (known, strange, alone, cost) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>(), new List<double>());
        var (hashed, refused) = (0, 0);
        for (var burst = 0; burst < Bursts; burst++)
        {
            for (var target = 0; target < aimed; target++)
            {
                await AddAsync($"Target {burst} {target}");
            }

            using var guessers = new GuessBurst(_service.Port, burst);
            await guessers.ConnectAsync(Stop);
            alone.Add(await TimeAsync("Grace", IPAddress.Parse("127.2.0.1")));
            var before = Cpu();
            var codes = await guessers.RunAsync(
                guess => aimed == 0 ? $"Nobody {burst} {guess}" : $"Target {burst} {guess % aimed}",
                async () =>
                {
                    var both = await Task.WhenAll(
                        TimeAsync("Grace", IPAddress.Parse("127.2.0.1")),
                        TimeAsync("Nora", new IPAddress([127, 3, 0, (byte)(burst + 1)]))
                    );
                    if (burst >= Warm)
                    {
                        known.Add(both[0]);
                        strange.Add(both[1]);
                    }
                },
                Stop
            );
            cost.Add((Cpu() - before) / price);
            hashed += codes.Count(code => code == HttpStatusCode.Unauthorized);
            refused += codes.Count(code => code is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable);
        }

        Assert.Equal(Bursts * GuessBurst.Guesses, hashed + refused);
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{aim}: p95 {At(known, Share)} ms from a known address, {At(strange, Share)} ms from a new one (medians {At(known, 0.5)} and {At(strange, 0.5)}; without guesses {At(alone, Share)} and {At(alone, 0.5)}); {(double)hashed / Bursts:0.0} of 100 guesses hashed; a burst costs {cost.Average():0.0} sign-ins of {price * 1000:0} ms"
        );
        TestContext.Current.SendDiagnosticMessage(figures);
        var most = Math.Max(Most, MostTimesAlone * At(alone, Share));
        Assert.True(At(known, Share) < most && At(strange, Share) < most, figures);
        // Three for each account; of the rest those that may wait, and as many as may be done while they come.
        Assert.True(hashed <= Bursts * (aimed == 0 ? 30 : aimed * 3), figures);
        Assert.True(cost.Average() <= (aimed == 0 ? 40 : 15 + (aimed * 3)), figures);
        await NobodyIsLockedAsync();
    }

    private async Task NobodyIsLockedAsync()
    {
        var accounts = await _administrator.GetFromJsonAsync<JsonElement>("/api/v1/accounts", Stop);
        Assert.DoesNotContain(accounts.EnumerateArray(), account => account.GetProperty("isLocked").GetBoolean());
    }

    private async Task<TimeSpan> TimeAsync(string name, IPAddress from)
    {
        // With a connection of its own, as a browser that is opened now.
        using var client = Visitors.From(from, _service.Port);
        var since = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(client, name));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Seconds of processor for one sign-in with nobody else there.</summary>
    private async Task<double> PriceAsync()
    {
        const int several = 5;
        var before = Cpu();
        for (var i = 0; i < several; i++)
        {
            await TimeAsync("Grace", IPAddress.Parse("127.2.0.1"));
        }

        return (Cpu() - before) / several;
    }

    private async Task AddAsync(string name)
    {
        var body = new
        {
            name,
            role = "viewer",
            password = Appliance.Password,
        };
        using var answer = await _administrator.PostAsJsonAsync("/api/v1/accounts", body, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static Task<HttpStatusCode> SignInAsync(HttpClient client, string name) =>
        Visitors.SignInAsync(client, name, Appliance.Password, Stop);

    private double Cpu()
    {
        using var process = Process.GetProcessById(_service.Process.Id);
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double At(List<TimeSpan> times, double share) =>
        Math.Round(times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1).TotalMilliseconds);
}
