using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>Memory of the whole service while ten people watch.</summary>
internal sealed class MemoryRow : IBenchmarkRow
{
    private const int Rounds = 3;
    private const int Viewers = 10;
    private const int FramesPerSecond = 30;
    private const double Most = 85;

    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(5);

    public string Name => "memory-10";

    public string Unit => "MB (VmRSS)";

    public string Goal => "<= 85 (ten TLS viewers, 720p, 30 frames a second, framework-dependent)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        await product.ChangeSettingsAsync(cancellation, ("framesPerSecond", FramesPerSecond));
        var before = product.Memory;
        var plan = new ViewerPlan
        {
            Live = Viewers,
            WarmUp = s_settled,
            Time = (Rounds + 1) * s_look,
        };
        var watching = product.WatchAsync(workshop, plan, cancellation);
        await Task.Delay(s_settled, TimeProvider.System, cancellation);
        var memory = new Series();
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(s_look, TimeProvider.System, cancellation);
            memory.Add(product.Memory);
        }

        var report = await watching;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{memory} MB, {before:0.0} before anybody looked; q80, each viewer got {report.Mean:0.0} frames a second"
        );
        return new Figure(memory.Median, memory.Median <= Most, detail);
    }
}
