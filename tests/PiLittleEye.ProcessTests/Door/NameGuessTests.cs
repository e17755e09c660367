using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>Whether the time of a refusal tells that there is an account of that name. The benchmark's row enumeration asks a thousand times each.</summary>
public sealed class NameGuessTests : IDisposable
{
    private const int Names = 6;

    // As many as the limits allow for a name in a minute.
    private const int TriesEach = 3;

    // Of the quickest ones, which nothing disturbed; without a hash it would be a tenth. A machine that does much else disturbs those too.
    private const double Most = 0.25;
    private const double MostOnBusyMachine = 0.7;

    private static readonly string[] s_kinds = ["nobody", "viewer", "locked", "expired"];

    private readonly Launch _launch = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_refusal_takes_as_long_whether_or_not_there_is_an_account_of_that_name()
    {
        await using var service = await Appliance.StartAsync(_launch, "--AccessLists:TrustedProxies:0=127.0.0.1");
        var administrator = service.Client(await service.ClaimAsync());
        for (var number = 0; number < Names; number++)
        {
            await AddAsync(administrator, $"viewer {number}", isGuest: false);
            var locked = await AddAsync(administrator, $"locked {number}", isGuest: false);
            using var answer = await administrator.PatchAsJsonAsync($"/api/v1/accounts/{locked}", new { isLocked = true }, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await AddAsync(administrator, $"expired {number}", isGuest: true);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Stop);
        using var client = Visitors.From(IPAddress.Loopback, service.Port);
        var times = s_kinds.ToDictionary(kind => kind, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round < Names * TriesEach; round++)
        {
            // In turn, so that whatever else this machine does meets all of them alike.
            for (var turn = 0; turn < s_kinds.Length; turn++)
            {
                var kind = s_kinds[(turn + round) % s_kinds.Length];
                client.DefaultRequestHeaders.Remove("X-Forwarded-For");
                client.DefaultRequestHeaders.Add("X-Forwarded-For", new IPAddress([198, 18, (byte)turn, (byte)round]).ToString());
                var since = Stopwatch.GetTimestamp();
                var code = await Visitors.SignInAsync(client, $"{kind} {round / TriesEach}", "a wrong guess", Stop);
                times[kind].Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                Assert.Equal(HttpStatusCode.Unauthorized, code);
            }
        }

        var figures = string.Join(
            ", ",
            times.Select(kind =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind.Key} {kind.Value.Min():0.0} ms at best, {kind.Value.Average():0.0} in the mean"
                )
            )
        );
        TestContext.Current.SendDiagnosticMessage(figures);
        var nobody = times["nobody"].Min();
        var most = IsBusy() ? MostOnBusyMachine : Most;
        Assert.All(times.Values, kind => Assert.True(Math.Abs((kind.Min() - nobody) / Math.Max(kind.Min(), nobody)) <= most, figures));
    }

    // More want to run, of the last minute, than there are processors for.
    private static bool IsBusy() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) > 1.5 * Environment.ProcessorCount;

    private static async Task<long> AddAsync(HttpClient administrator, string name, bool isGuest)
    {
        var body = new
        {
            name,
            role = isGuest ? "guest" : "viewer",
            password = Appliance.Password,
            expiresAt = isGuest ? TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1.5) : (DateTimeOffset?)null,
        };
        using var answer = await administrator.PostAsJsonAsync("/api/v1/accounts", body, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
    }
}
