using System.Diagnostics;
using System.Globalization;
using System.Net;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>How long somebody who knows his password waits when he signs in amid a hundred wrong ones from fifty addresses.</summary>
internal sealed class SignInBurstRow : IBenchmarkRow
{
    private const int Bursts = 60;
    private const int Warm = 3;
    private const double Most = 500;
    private const double Share = 0.95;
    private const double Rate = 15;

    private static readonly IPAddress s_home = IPAddress.Parse("127.2.0.1");

    // Guesses at one account, at five, and at names that nobody has.
    private static readonly int[] s_aims = [1, 5, 0];

    public string Name => "sign-in-burst";

    public string Unit => "ms (p95)";

    public string Goal => "< 500 from a known address and from a new one, amid 100 wrong passwords from 50 addresses";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        await using var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation);
        AccountCrowd.Add(product, "grace", 1);
        AccountCrowd.Add(product, "nora", 1);
        AccountCrowd.Add(product, "target", Bursts * 5);
        var (known, strange, alone, cost) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var burst = 0; burst < Bursts; burst++)
        {
            var aim = s_aims[burst % s_aims.Length];
            using var guessers = new GuessBurst(product.Port, burst);
            await guessers.ConnectAsync(cancellation);
            var quiet = await TimeAsync(product, "grace", s_home, cancellation);
            var before = product.Cpu;
            await guessers.RunAsync(
                guess =>
                    aim == 0
                        ? string.Create(CultureInfo.InvariantCulture, $"nobody {burst} {guess}")
                        : AccountCrowd.NameOf("target", (burst * 5) + (guess % aim)),
                async () =>
                {
                    var both = await Task.WhenAll(
                        TimeAsync(product, "grace", s_home, cancellation),
                        TimeAsync(product, "nora", new IPAddress([127, 3, 0, (byte)(burst + 1)]), cancellation)
                    );
                    if (burst >= Warm)
                    {
                        known.Add(both[0]);
                        strange.Add(both[1]);
                        alone.Add(quiet);
                    }
                },
                cancellation
            );
            cost.Add((product.Cpu - before).TotalSeconds);
        }

        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"known address p50 {At(known, 0.5):0} p95 {At(known, Share):0} ms, new address p50 {At(strange, 0.5):0} p95 {At(strange, Share):0} ms, with nobody else p50 {At(alone, 0.5):0} p95 {At(alone, Share):0} ms; a burst costs {cost.Average():0.0} s of processor, at most {cost.Max():0.0}; {Bursts} bursts"
        );
        var worst = Math.Max(At(known, Share), At(strange, Share));
        return new Figure(worst, worst < Most, detail);
    }

    private static async Task<double> TimeAsync(ServedProduct product, string name, IPAddress from, CancellationToken cancellation)
    {
        // With a connection of its own, as a browser that is opened now.
        using var client = Visitors.From(from, product.Port);
        var since = Stopwatch.GetTimestamp();
        var code = await Visitors.SignInAsync(client, AccountCrowd.NameOf(name, 0), AccountCrowd.Password, cancellation);
        var time = Stopwatch.GetElapsedTime(since);
        return code == HttpStatusCode.NoContent
            ? time.TotalMilliseconds
            : throw new CannotMeasureException($"The right password was answered {(int)code} instead of 204.");
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);
}
