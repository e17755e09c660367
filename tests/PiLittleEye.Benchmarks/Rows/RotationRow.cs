using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>A quarter turn against libyuv, which must give the same bytes; both ways round, at the sizes that cameras have.</summary>
internal sealed class RotationRow : IBenchmarkRow
{
    private const int Rounds = 300;
    private const double Most = 0.6;

    private static readonly Resolution[] s_sizes = [new(1920, 1080), new(1280, 720), new(640, 480)];
    private static readonly Rotation[] s_rotations = [Rotation.Quarter, Rotation.ThreeQuarters];

    public string Name => "rotation";

    public string Unit => "of libyuv's time";

    public string Goal => "<= 0.6 at 90 and 270 degrees, the same bytes at every angle";

    public Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var (worst, parts, areSame) = (0.0, new List<string>(), true);
        foreach (var size in s_sizes)
        {
            var frames = workshop.Frames(size);
            areSame &= Enum.GetValues<Rotation>().All(rotation => AreSame(frames, rotation));
            foreach (var rotation in s_rotations)
            {
                cancellation.ThrowIfCancellationRequested();
                var (ratio, ours, theirs) = Compare(frames, rotation);
                worst = Math.Max(worst, ratio.Median);
                parts.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{size} {(int)rotation} degrees {ratio} ({ours.Median:0.000} of {theirs.Median:0.000} ms)"
                    )
                );
            }
        }

        parts.Add(areSame ? "bytes are the same" : "BYTES DIFFER");
        return Task.FromResult(new Figure(worst, areSame && worst <= Most, string.Join(", ", parts)));
    }

    private static (Series Ratio, Series Ours, Series Theirs) Compare(SceneFrames frames, Rotation rotation)
    {
        var turn = new PictureTurn(rotation, FlipHorizontal: false, FlipVertical: false);
        using var turned = new RawFrame();
        turned.ShapeAsI420(turn.Apply(frames.Size));
        var turns = Math.Max(1, 4_000_000 / frames.Size.I420Length);
        var (ratio, ours, theirs) = (new Series(), new Series(), new Series());
        var first = 0;
        for (var round = -20; round < Rounds; round++)
        {
            // Never the picture that the other has just read: it would still be in the cache.
            var mine = Time(first, turns, number => FrameRotator.Turn(frames.Picture(number), turned.Picture, turn));
            var libyuv = Time(first + turns, turns, number => Libyuv.Rotate(frames.Picture(number), turned.Picture, rotation));
            first += 2 * turns;
            if (round >= 0)
            {
                ours.Add(mine);
                theirs.Add(libyuv);
                ratio.Add(mine / libyuv);
            }
        }

        return (ratio, ours, theirs);
    }

    private static double Time(int first, int turns, Action<int> turn)
    {
        var before = Clocks.ThreadCpu;
        for (var number = 0; number < turns; number++)
        {
            turn(first + number);
        }

        return (Clocks.ThreadCpu - before).TotalMilliseconds / turns;
    }

    private static bool AreSame(SceneFrames frames, Rotation rotation)
    {
        var turn = new PictureTurn(rotation, FlipHorizontal: false, FlipVertical: false);
        using var mine = new RawFrame();
        using var theirs = new RawFrame();
        var picture = mine.ShapeAsI420(turn.Apply(frames.Size));
        FrameRotator.Turn(frames.Picture(0), picture, turn);
        Libyuv.Rotate(frames.Picture(0), theirs.ShapeAsI420(turn.Apply(frames.Size)), rotation);
        return mine.Bytes.SequenceEqual(theirs.Bytes);
    }
}
