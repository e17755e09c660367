using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>Processor time from the start of the process to the end of its first HTTPS answer, with nothing there yet: database and certificate are made, too.</summary>
internal sealed class StartupRow : IBenchmarkRow
{
    private const int Rounds = 7;
    private const double Most = 0.6;

    public string Name => "startup";

    public string Unit => "s of processor";

    public string Goal => "<= 0.6 to the first HTTPS answer (0.4 is the aim)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(new Resolution(1280, 720));
        var (first, wall) = (new Series(), new Series());
        for (var round = 0; round < Rounds; round++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            await using var product = await ServedProduct.StartApplianceAsync(workshop, frames, cancellation);
            first.Add(product.CpuToFirstAnswer.TotalSeconds);
            wall.Add(TimeProvider.System.GetElapsedTime(begin).TotalSeconds);
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{first} s; {wall} s of wall time until it was claimed");
        return new Figure(first.Median, first.Median <= Most, detail);
    }
}
