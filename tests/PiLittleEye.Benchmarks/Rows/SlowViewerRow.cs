using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>How old pictures are for somebody whose line carries a fifth of the stream. Without care they are what was eleven seconds ago.</summary>
internal sealed class SlowViewerRow : IBenchmarkRow
{
    private const int Rounds = 3;
    private const double Rate = 15;
    private const int BytesPerSecond = 200_000;
    private const double Most = 1.5;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(12);

    public string Name => "slow-viewer";

    public string Unit => "s old (p50)";

    public string Goal => "<= 1.5 at 200 KB/s of 900";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        await using var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation);
        var (age, oldest, rate) = (new Series(), new Series(), new Series());
        var plan = new ViewerPlan
        {
            Live = 1,
            Slow = 1,
            SlowRate = BytesPerSecond,
            WarmUp = s_warmUp,
            Time = s_time,
        };
        for (var round = 0; round < Rounds; round++)
        {
            var report = await product.WatchAsync(workshop, plan, cancellation);
            age.Add(report.SlowP50 / 1000);
            oldest.Add(report.SlowOldest / 1000);
            rate.Add(report.SlowRate);
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"p50 {age} s, oldest {oldest} s, {rate} frames a second");
        return new Figure(age.Median, age.Median <= Most, detail);
    }
}
