using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>How long a photo from a running camera takes, when a program asks for sixty a second.</summary>
internal sealed class SnapshotRow : IBenchmarkRow
{
    private const int Rounds = 5;
    private const double PerSecond = 60;
    private const double MostMedian = 3;
    private const double MostLate = 15;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(6);

    public string Name => "snapshot";

    public string Unit => "ms (median)";

    public string Goal => "p50 < 3, p99 < 15 at 60 requests a second";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        var (median, late) = (new Series(), new Series());
        for (var round = 0; round < Rounds; round++)
        {
            var report = await Clients.TakePhotosAsync(
                workshop,
                product.Port,
                "/api/v1/photo.jpg",
                product.Cookie,
                PerSecond,
                s_warmUp,
                s_time,
                cancellation
            );
            median.Add(report.P50);
            late.Add(report.P99);
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"p50 {median} ms, p99 {late} ms; 720p, q80, {Rounds} rounds");
        return new Figure(median.Median, median.Median < MostMedian && late.Median < MostLate, detail);
    }
}
