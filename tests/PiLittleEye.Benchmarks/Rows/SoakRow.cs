using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>
/// Ten minutes of a restless house: viewers that come and go, stall, crawl and vanish in the middle of a frame, photos in between. Somebody
/// watches all the time and must never see an old picture; memory and descriptors must be at the end what they were near the beginning.
/// </summary>
internal sealed class SoakRow : IBenchmarkRow
{
    private const double MostAge = 2;

    // Straight through ten minutes of samples; the collector's breath alone moves it by some tenths.
    private const double MostGrowth = 3;
    private const double MostDescriptors = 3;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_time = TimeSpan.FromMinutes(10);

    public string Name => "soak";

    public string Unit => "MB of growth";

    public string Goal => "RSS within 3 MB over ten minutes, descriptors flat, no picture older than 2 s";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        var plan = new ViewerPlan
        {
            Live = 1,
            WarmUp = TimeSpan.FromSeconds(10),
            Time = s_time + s_warmUp - TimeSpan.FromSeconds(10),
        };
        var steady = product.WatchAsync(workshop, plan, cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var visits = new Visits(product, workshop);
        var visiting = visits.RunAsync(end.Token);
        var (memory, descriptors) = (new Trend(), new Trend());
        var begin = TimeProvider.System.GetTimestamp();
        await Task.Delay(s_warmUp, TimeProvider.System, cancellation);
        while (!steady.IsCompleted)
        {
            var moment = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
            memory.Add(moment, product.Memory);
            descriptors.Add(moment, product.Descriptors);
            await Task.WhenAny(steady, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation));
        }

        var report = await steady;
        await end.CancelAsync();
        await visiting;
        var growth = memory.Slope * s_time.TotalSeconds;
        var opened = descriptors.Slope * s_time.TotalSeconds;
        var holds =
            growth <= MostGrowth
            && opened <= MostDescriptors
            && report.Oldest <= MostAge * 1000
            && report.Gap <= MostAge * 1000
            && report.Gone == 0;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"RSS {memory.Mean:0.0} MB, {growth:0.00} MB in ten minutes, at the pace of the later half {memory.LateSlope * s_time.TotalSeconds:0.00}; descriptors {descriptors.Mean:0.0}, {opened:0.0} more; oldest picture {report.Oldest:0} ms, longest wait {report.Gap:0} ms, {report.Mean:0.00} frames a second; {visits}"
        );
        return new Figure(growth, holds, detail);
    }
}
