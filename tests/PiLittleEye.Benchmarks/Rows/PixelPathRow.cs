using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>From raw picture to JPEG, turned and stamped, against the bare encoder: what we add to the work that must be done.</summary>
internal sealed class PixelPathRow : IBenchmarkRow
{
    private const int Rounds = 30;
    private const int FramesARound = 20;
    private const int Quality = 80;
    private const double LeastTurned = 0.92;
    private const double LeastStraight = 0.97;

    private static readonly Resolution s_size = new(1920, 1080);
    private static readonly Rotation[] s_rotations = [Rotation.Quarter, Rotation.None, Rotation.Half];

    public string Name => "pixel-path";

    public string Unit => "of bare C speed";

    public string Goal => ">= 0.92 turned by 90 degrees, >= 0.97 at 0 and 180 (1080p, q80, stamp)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var frames = workshop.Frames(s_size);
        using var straight = await BareEncoder.StartAsync(workshop, frames, Quality, cancellation);
        // The limit compresses the very pictures that we compress, so it gets those of the first row turned already.
        var turnedFrames = frames.Turned(workshop.FileIn("frames", "turned.yuv"));
        using var turned = await BareEncoder.StartAsync(workshop, turnedFrames, Quality, cancellation);
        using var product = new PixelPath(frames, Quality);
        var speeds = s_rotations.ToDictionary(rotation => rotation, _ => new Series());
        var (limit, ours) = (
            s_rotations.ToDictionary(rotation => rotation, _ => new Series()),
            s_rotations.ToDictionary(rotation => rotation, _ => new Series())
        );
        foreach (var round in Enumerable.Range(-5, Rounds + 5))
        {
            foreach (var rotation in s_rotations)
            {
                // One after the other on the same thread's turn, so that a noisy moment meets both.
                var theirs = await (rotation == Rotation.Quarter ? turned : straight).EncodeAsync(FramesARound, cancellation);
                var mine = product.Render(rotation, FramesARound);
                if (round >= 0)
                {
                    limit[rotation].Add(theirs);
                    ours[rotation].Add(mine);
                    speeds[rotation].Add(theirs / mine);
                }
            }
        }

        var holds = s_rotations.All(rotation => speeds[rotation].Median >= (rotation == Rotation.Quarter ? LeastTurned : LeastStraight));
        var parts = s_rotations.Select(rotation =>
            $"{(int)rotation} degrees {speeds[rotation]} ({ours[rotation].Median:0.000} ms, bare C {limit[rotation].Median:0.000})"
        );
        var detail = string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", parts)}; {straight.Length} bytes a frame");
        return new Figure(speeds[Rotation.Quarter].Median, holds, detail);
    }
}
