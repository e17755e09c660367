using System.Globalization;
using System.Text.Json;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>How old a frame is when its last byte has come to one of fifty viewers; and that fifty cost no more encodes than one.</summary>
internal sealed class LatencyRow : IBenchmarkRow
{
    private const int Rounds = 7;
    private const int Viewers = 50;
    private const double Rate = 15;
    private const double MostMedian = 5;
    private const double MostLate = 15;

    // A frame more or less falls into a time that is not cut at frames.
    private const double EncodesOfNoise = 0.5;

    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(5);

    public string Name => "latency-50";

    public string Unit => "ms (median)";

    public string Goal => "p50 < 5, p99 < 15 from publishing to the client, no encode more than for one viewer";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var (median, late) = (new Series(), new Series());
        await using (var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation))
        {
            await product.WatchAsync(workshop, new ViewerPlan { Live = Viewers, Time = s_time }, cancellation);
            for (var round = 0; round < Rounds; round++)
            {
                var report = await product.WatchAsync(workshop, Plan(Viewers), cancellation);
                median.Add(report.P50);
                late.Add(report.P99);
            }
        }

        var (forOne, forAll) = await EncodeRatesAsync(workshop, cancellation);
        var holds = median.Median < MostMedian && late.Median < MostLate && forAll <= forOne + EncodesOfNoise;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {median} ms, p99 {late} ms, {Rounds} rounds; {forOne:0.00} encodes a second for one viewer, {forAll:0.00} for {Viewers}"
        );
        return new Figure(median.Median, holds, detail);
    }

    /// <returns>Encodes a second with one viewer, and with all.</returns>
    private static async Task<(double ForOne, double ForAll)> EncodeRatesAsync(Workshop workshop, CancellationToken cancellation)
    {
        // What a new camera starts with.
        var frames = workshop.Frames(new Resolution(1280, 720));
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        return (await EncodeRateAsync(product, workshop, 1, cancellation), await EncodeRateAsync(product, workshop, Viewers, cancellation));
    }

    private static async Task<double> EncodeRateAsync(ServedProduct product, Workshop workshop, int viewers, CancellationToken cancellation)
    {
        var watching = product.WatchAsync(workshop, Plan(viewers), cancellation);
        // Once they are all there, and before the first leaves.
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, cancellation);
        var (begin, before) = (TimeProvider.System.GetTimestamp(), await EncodesSoFarAsync(product, cancellation));
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, cancellation);
        var (time, after) = (TimeProvider.System.GetElapsedTime(begin), await EncodesSoFarAsync(product, cancellation));
        _ = await watching;
        return (after - before) / time.TotalSeconds;
    }

    private static async Task<long> EncodesSoFarAsync(ServedProduct product, CancellationToken cancellation)
    {
        using var status = JsonDocument.Parse(await product.Client.GetStringAsync("/api/v1/cameras/camera/status", cancellation));
        return status.RootElement.GetProperty("encodes").GetInt64();
    }

    private static ViewerPlan Plan(int viewers) =>
        new()
        {
            Live = viewers,
            WarmUp = TimeSpan.FromSeconds(1),
            Time = s_time,
        };
}
