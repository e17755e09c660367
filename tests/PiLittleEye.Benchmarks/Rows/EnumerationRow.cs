using System.Diagnostics;
using System.Globalization;
using System.Net;
using PiLittleEye.Accounts;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>
/// Whether the time of a refused sign-in tells that there is an account of that name: a thousand wrong passwords for each kind of name, in
/// turn, so that whatever else the machine does meets all kinds alike. Each comes from an address of its own, and no name is tried more
/// often than the limits allow.
/// </summary>
internal sealed class EnumerationRow : IBenchmarkRow
{
    private const int Tries = 1000;
    private const string Nobody = "nobody";
    private const double Most = 0.05;
    private const double Rate = 15;

    private static readonly string[] s_kinds = [Nobody, "viewer", "locked", "guarded", "expired", "factor"];
    private static readonly int s_triesEach = AttemptPolicy.Limits[0].Failures;

    public string Name => "enumeration";

    public string Unit => "of the mean time";

    public string Goal => "<= 0.05 between names that exist in any state and names that nobody has, means of 1,000 tries each";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        await using var product = await ServedProduct.StartFrameServerAsync(
            workshop,
            workshop.SmallJpeg(),
            Rate,
            cancellation,
            "--AccessLists:TrustedProxies:0=127.0.0.1"
        );
        AddAccounts(product);
        using var client = Visitors.From(IPAddress.Loopback, product.Port);
        var times = s_kinds.ToDictionary(kind => kind, _ => new List<double>(Tries), StringComparer.Ordinal);
        for (var round = -s_triesEach; round < Tries; round++)
        {
            // Each kind is as often first as last; the first rounds warm up.
            for (var turn = 0; turn < s_kinds.Length; turn++)
            {
                var kind = s_kinds[(turn + round + s_kinds.Length) % s_kinds.Length];
                var time = await TryAsync(
                    client,
                    AccountCrowd.NameOf(kind, (round + s_triesEach) / s_triesEach),
                    (round * s_kinds.Length) + turn,
                    cancellation
                );
                if (round >= 0)
                {
                    times[kind].Add(time);
                }
            }
        }

        var nobody = times[Nobody].Average();
        var furthest = s_kinds.Max(kind => Math.Abs((times[kind].Average() / nobody) - 1));
        var detail = string.Join(
            ", ",
            s_kinds.Select(kind =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind} {times[kind].Average():0.00} ms (median {times[kind].Order().ElementAt(Tries / 2):0.00}, {(times[kind].Average() / nobody) - 1:+0.0 %;-0.0 %})"
                )
            )
        );
        return new Figure(furthest, furthest <= Most, detail);
    }

    private static void AddAccounts(ServedProduct product)
    {
        const int each = (Tries / 3) + 3;
        const string start = "UPDATE account SET";
        AccountCrowd.Add(product, "viewer", each);
        AccountCrowd.Add(product, "locked", each, $"{start} locked_at = created_at WHERE name LIKE $kind");
        AccountCrowd.Add(product, "guarded", each, $"{start} failures = {AttemptPolicy.LocksAfter} WHERE name LIKE $kind");
        AccountCrowd.Add(product, "expired", each, $"{start} role = 'Guest', expires_at = created_at WHERE name LIKE $kind");
        AccountCrowd.Add(
            product,
            "factor",
            each,
            "INSERT INTO second_factor (account_id, secret) SELECT id, zeroblob(48) FROM account WHERE name LIKE $kind"
        );
    }

    private static async Task<double> TryAsync(HttpClient client, string name, int number, CancellationToken cancellation)
    {
        // From a network that stands in examples only; its addresses are passed on by a proxy on this machine.
        var from = new IPAddress([198, (byte)(18 + (number >> 16 & 1)), (byte)(number >> 8), (byte)number]);
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from.ToString());
        var since = Stopwatch.GetTimestamp();
        var code = await Visitors.SignInAsync(client, name, "a wrong guess", cancellation);
        var time = Stopwatch.GetElapsedTime(since);
        return code == HttpStatusCode.Unauthorized
            ? time.TotalMilliseconds
            : throw new CannotMeasureException($"A sign-in as \"{name}\" was answered {(int)code} instead of 401.");
    }
}
