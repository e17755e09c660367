using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>Forty of sixty viewers stop reading: what the twenty others notice, what it costs, and whether it ends.</summary>
internal sealed class StalledViewersRow : IBenchmarkRow
{
    private const int Rounds = 3;
    private const int Live = 20;
    private const int Stalled = 40;
    private const double Rate = 15;
    private const double LeastRate = 0.99;
    private const double MostMemory = 0.4;

    // Streaming:StalledSeconds, and the second in which somebody looks.
    private const double Bound = 20;
    private const double Late = 3;

    // Between two looks at the memory while nothing changes; the collector's own breath.
    private const double Flat = 2;

    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_begin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_middle = TimeSpan.FromSeconds(11);

    public string Name => "stalled-viewers";

    public string Unit => "of the rate kept";

    public string Goal => ">= 0.99 for 20 others, <= 0.4 MB for each of 40 stalled and then flat, cut after 20 s";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var (kept, each, growth) = (new Series(), new Series(), new Series());
        var (cut, earliest, latest, gone) = (0, double.MaxValue, 0.0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await using var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation);
            var alone = await product.WatchAsync(workshop, new ViewerPlan { Live = Live }, cancellation);
            var live = product.WatchAsync(
                workshop,
                new ViewerPlan
                {
                    Live = Live,
                    WarmUp = s_settled,
                    Time = TimeSpan.FromSeconds(Bound + Late + 5),
                },
                cancellation
            );
            await Task.Delay(s_settled, TimeProvider.System, cancellation);
            var before = product.Memory;
            var stalled = product.WatchAsync(
                workshop,
                new ViewerPlan
                {
                    Stalled = Stalled,
                    WarmUp = TimeSpan.Zero,
                    Time = TimeSpan.FromSeconds(Bound + Late),
                },
                cancellation
            );
            await Task.Delay(s_begin, TimeProvider.System, cancellation);
            var full = product.Memory;
            await Task.Delay(s_middle, TimeProvider.System, cancellation);
            growth.Add(product.Memory - full);
            each.Add((full - before) / Stalled);
            var (others, those) = (await live, await stalled);
            kept.Add(others.Slowest / alone.Mean);
            (cut, gone) = (cut + those.Cut, gone + others.Gone);
            (earliest, latest) = (Math.Min(earliest, those.FirstCut), Math.Max(latest, those.LastCut));
        }

        var areCut = cut == Stalled * Rounds && earliest >= Bound && latest <= Bound + Late;
        var holds = kept.Median >= LeastRate && each.Median <= MostMemory && growth.Median <= Flat && areCut && gone == 0;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"rate kept {kept}, {each} MB each, {growth} MB more in {s_middle.TotalSeconds:0} s after that, {cut} of {Stalled * Rounds} cut after {earliest:0.0} to {latest:0.0} s, {gone} others lost"
        );
        return new Figure(kept.Median, holds, detail);
    }
}
