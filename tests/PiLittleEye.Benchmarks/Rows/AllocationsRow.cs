using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>
/// Managed memory that a frame costs: on its way from the camera to the hub, and on its way to each viewer. The latter is the slope between few
/// and many viewers, so that what the service does once a second for itself is not counted as theirs.
/// </summary>
internal sealed class AllocationsRow : IBenchmarkRow
{
    private const int Rounds = 3;
    private const double Rate = 15;
    private const int Few = 2;
    private const int Many = 42;

    // Once a second somebody looks for stalled viewers, and pools are trimmed; spread over all frames that is a few bytes for each.
    private const double Noise = 2;

    // A task or a timer's state; nothing with a buffer in it is as small.
    private const double SmallObject = 128;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(12);

    public string Name => "allocations";

    public string Unit => "bytes a viewer, frame";

    public string Goal => "0 for a viewer and frame (within 2 of noise), <= 128 for a frame (one small object)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var rendered = OfRendering(workshop);
        await using var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation);
        var (eachViewer, eachFrame) = (new Series(), new Series());
        for (var round = 0; round < Rounds; round++)
        {
            var few = await OfStreamingAsync(product, workshop, Few, cancellation);
            var many = await OfStreamingAsync(product, workshop, Many, cancellation);
            var slope = (many - few) / (Many - Few);
            eachViewer.Add(slope);
            eachFrame.Add(few - (Few * slope));
        }

        var holds = eachViewer.Median <= Noise && rendered + eachFrame.Median <= SmallObject;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"viewer and frame {eachViewer} bytes, frame in the hub and all else meanwhile {eachFrame}, turning, stamping and compressing it {rendered:0.0}"
        );
        return new Figure(eachViewer.Median, holds, detail);
    }

    /// <returns>Bytes for each published frame, all viewers together.</returns>
    private static async Task<double> OfStreamingAsync(
        ServedProduct product,
        Workshop workshop,
        int viewers,
        CancellationToken cancellation
    )
    {
        var plan = new ViewerPlan
        {
            Live = viewers,
            WarmUp = TimeSpan.Zero,
            Time = s_warmUp + TimeSpan.FromSeconds(12),
        };
        var watching = product.WatchAsync(workshop, plan, cancellation);
        await Task.Delay(s_warmUp, TimeProvider.System, cancellation);
        var begin = TimeProvider.System.GetTimestamp();
        var before = await product.AllocatedAsync(cancellation);
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, cancellation);
        var after = await product.AllocatedAsync(cancellation);
        var frames = TimeProvider.System.GetElapsedTime(begin).TotalSeconds * Rate;
        _ = await watching;
        return (after - before) / frames;
    }

    private static double OfRendering(Workshop workshop)
    {
        const int frames = 200;
        using var path = new PixelPath(workshop.Frames(new Resolution(1280, 720)), quality: 80);
        path.Render(Rotation.Quarter, frames);
        var before = GC.GetAllocatedBytesForCurrentThread();
        path.Render(Rotation.Quarter, frames);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)frames;
    }
}
