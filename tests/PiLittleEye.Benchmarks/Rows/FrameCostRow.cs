using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>All the processor time of the whole service, for each frame it publishes to five viewers, against the bare encode of the same frames.</summary>
internal sealed class FrameCostRow : IBenchmarkRow
{
    private const int Rounds = 9;
    private const int Viewers = 5;
    private const int FramesPerSecond = 30;
    private const int Quality = 50;
    private const double Most = 1.5;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(4);

    public string Name => "frame-cost-5";

    public string Unit => "of bare C encode";

    public string Goal => "<= 1.5 (720p, q50, stamp, five TLS viewers, 30 frames a second through a pipe)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        using var bare = await BareEncoder.StartAsync(workshop, frames, Quality, cancellation);
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        await product.ChangeSettingsAsync(cancellation, ("framesPerSecond", FramesPerSecond), ("quality", Quality));
        var plan = new ViewerPlan
        {
            Live = Viewers,
            WarmUp = s_warmUp,
            Time = (Rounds + 1) * s_round,
        };
        var watching = product.WatchAsync(workshop, plan, cancellation);
        await Task.Delay(s_warmUp, TimeProvider.System, cancellation);
        var (ratio, ours, theirs) = (new Series(), new Series(), new Series());
        for (var round = 0; round < Rounds; round++)
        {
            var (encoded, cpu) = (await product.EncodedAsync(cancellation), product.Cpu);
            await Task.Delay(s_round * 0.8, TimeProvider.System, cancellation);
            var published = await product.EncodedAsync(cancellation) - encoded;
            var mine = (product.Cpu - cpu).TotalMilliseconds / published;
            var limit = await bare.EncodeAsync((int)published, cancellation);
            ours.Add(mine);
            theirs.Add(limit);
            ratio.Add(mine / limit);
        }

        var report = await watching;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{ratio}: {ours} of {theirs} ms a frame; each viewer got {report.Mean:0.0} frames a second"
        );
        return new Figure(ratio.Median, ratio.Median <= Most, detail);
    }
}
