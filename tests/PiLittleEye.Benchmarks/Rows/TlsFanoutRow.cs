using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Rivals;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>
/// What it costs to hand frames to viewers, with no camera and no encoder: seconds of processor for a gigabyte, against nginx with the same
/// bytes in a file, and against the cheapest server that can be written in C. All three run all the time and are watched in turn.
/// </summary>
/// <param name="mostOfLimit">Null where only nginx is a fair measure: with few viewers the limit has nothing to do but sleep.</param>
internal sealed class TlsFanoutRow(int viewers, double mostOfNginx, double? mostOfLimit) : IBenchmarkRow
{
    private const int Rounds = 7;
    private const double Rate = 15;

    // Frames that were never sent cost nothing; who skips them has not won.
    private const double LeastRate = Rate * 0.97;

    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(4);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"tls-fanout-{viewers}");

    public string Unit => "of nginx CPU per GB";

    public string Goal =>
        string.Create(CultureInfo.InvariantCulture, $"<= {mostOfNginx}")
        + (mostOfLimit is { } most ? string.Create(CultureInfo.InvariantCulture, $", and <= {most} of the C limit") : string.Empty)
        + " (60 KB at 15 fps)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        await using var nginx = await Rival.StartNginxAsync(workshop, Rate, cancellation);
        await using var limit = await Rival.StartLimitAsync(workshop, Rate, cancellation);
        await using var product = await ServedProduct.StartFrameServerAsync(workshop, workshop.SmallJpeg(), Rate, cancellation);
        Func<ViewerPlan, Task<ViewerReport>>[] servers =
        [
            plan => nginx.WatchAsync(workshop, plan, cancellation),
            plan => limit.WatchAsync(workshop, plan, cancellation),
            plan => product.WatchAsync(workshop, plan, cancellation),
        ];

        // The runtime compiles what is hot once more after some seconds; rivals are warm at once.
        await servers[2](new ViewerPlan { Live = viewers, Time = TimeSpan.FromSeconds(4) });
        var (ofNginx, ofLimit, ours, theirs, rate) = (new Series(), new Series(), new Series(), new Series(), new Series());
        var gone = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var reports = await RoundAsync(servers, isBackwards: round % 2 == 1);
            var cost = reports[2].CpuPerGigabyte;
            ofNginx.Add(cost / reports[0].CpuPerGigabyte);
            ofLimit.Add(cost / reports[1].CpuPerGigabyte);
            ours.Add(cost);
            theirs.Add(reports[0].CpuPerGigabyte);
            rate.Add(reports[2].Mean);
            gone += reports[2].Gone;
        }

        var holds =
            ofNginx.Median <= mostOfNginx
            && (mostOfLimit is null || ofLimit.Median <= mostOfLimit)
            && rate.Median >= LeastRate
            && gone == 0;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"of nginx {ofNginx}, of the C limit {ofLimit}; ours {ours} CPU-s/GB, nginx {theirs}; {rate} fps, {gone} cut"
        );
        return new Figure(ofNginx.Median, holds, detail);
    }

    // In turn and there and back, so that a busy minute of the machine meets all of them.
    private async Task<ViewerReport[]> RoundAsync(Func<ViewerPlan, Task<ViewerReport>>[] servers, bool isBackwards)
    {
        var plan = new ViewerPlan
        {
            Live = viewers,
            WarmUp = TimeSpan.FromSeconds(1.5),
            Time = s_time,
        };
        var reports = new ViewerReport[servers.Length];
        var order = Enumerable.Range(0, servers.Length);
        foreach (var server in isBackwards ? order.Reverse() : order)
        {
            reports[server] = await servers[server](plan);
        }

        return reports;
    }
}
