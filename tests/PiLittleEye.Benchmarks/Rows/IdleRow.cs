using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>What the service costs while nobody looks.</summary>
internal sealed class IdleRow : IBenchmarkRow
{
    private const int Rounds = 3;
    private const double Most = 0.3;

    // Start-up work of the runtime is over, and a first look at the camera's list, too.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(15);

    public string Name => "idle-cpu";

    public string Unit => "% of a core";

    public string Goal => "<= 0.3 with no viewer";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
        await Task.Delay(s_settled, TimeProvider.System, cancellation);
        var share = new Series();
        for (var round = 0; round < Rounds; round++)
        {
            var (begin, cpu) = (TimeProvider.System.GetTimestamp(), product.Cpu);
            await Task.Delay(s_round, TimeProvider.System, cancellation);
            share.Add((product.Cpu - cpu) / TimeProvider.System.GetElapsedTime(begin) * 100);
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{share} %, {product.Memory:0.0} MB, {product.Descriptors} descriptors");
        return new Figure(share.Median, share.Median <= Most, detail);
    }
}
