using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>The stamp with all its parts (words, composing when the second changes, blending) against the bare encoder.</summary>
internal sealed class StampRow : IBenchmarkRow
{
    private const int Rounds = 40;
    private const int FramesARound = 300;
    private const int EncodedARound = 12;
    private const int Quality = 80;
    private const double Most = 0.01;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1 / 15.0);
    private static readonly Resolution[] s_sizes = [new(1280, 720), new(1920, 1080)];

    public string Name => "stamp";

    public string Unit => "of the encode";

    public string Goal => "<= 0.01 (q80, medium size, a new second in every fifteenth frame)";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var (worst, parts) = (0.0, new List<string>());
        foreach (var size in s_sizes)
        {
            var frames = workshop.Frames(size);
            using var bare = await BareEncoder.StartAsync(workshop, frames, Quality, cancellation);
            var stamping = new Stamping(frames);
            var (share, ours, theirs) = (new Series(), new Series(), new Series());
            for (var round = -5; round < Rounds; round++)
            {
                var encode = await bare.EncodeAsync(EncodedARound, cancellation);
                var mine = stamping.Draw(FramesARound);
                if (round >= 0)
                {
                    theirs.Add(encode);
                    ours.Add(mine);
                    share.Add(mine / encode);
                }
            }

            worst = Math.Max(worst, share.Median);
            parts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size} {share.Median:0.0000} ({ours.Median * 1000:0.0} us of {theirs.Median:0.000} ms)"
                )
            );
        }

        return new Figure(worst, worst <= Most, string.Join(", ", parts));
    }

    private sealed class Stamping(SceneFrames frames)
    {
        private readonly Stamp _stamp = new();
        private readonly StampSettings _settings = new(
            Enabled: true,
            StampCorner.BottomLeft,
            StampSize.Medium,
            "yyyy-MM-dd HH:mm:ss",
            TimeZoneInfo.Local,
            Label: null
        );

        private DateTimeOffset _moment = TimeProvider.System.GetUtcNow();

        public double Draw(int count)
        {
            Span<char> text = stackalloc char[StampText.Room];
            var before = Clocks.ThreadCpu;
            for (var number = 0; number < count; number++)
            {
                _moment += s_interval;
                var length = StampText.Write(_settings, _moment, text);
                _stamp.Draw(frames.Picture(number), text[..length], _settings.Size, _settings.Corner);
            }

            return (Clocks.ThreadCpu - before).TotalMilliseconds / count;
        }
    }
}
