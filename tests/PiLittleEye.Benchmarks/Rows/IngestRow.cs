using System.Globalization;
using PiLittleEye.Benchmarks.Measuring;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>Frames out of a child's pipe, with all that the product watches over meanwhile, against nothing but read(2) in C. The same child writes to both.</summary>
internal sealed class IngestRow : IBenchmarkRow
{
    private const int Rounds = 7;
    private const int FramesPerSecond = 30;
    private const int FramesARound = 100;
    private const int WarmUp = 10;
    private const double Most = 1.4;

    private static readonly Resolution[] s_sizes = [new(1280, 720), new(1920, 1080)];

    public string Name => "ingest";

    public string Unit => "of C read(2)";

    public string Goal => "<= 1.4 (30 frames a second through a pipe), no managed copy";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        var (worst, parts, allocated) = (0.0, new List<string>(), 0.0);
        foreach (var size in s_sizes)
        {
            var frames = workshop.Frames(size);
            var (ratio, ours, theirs) = (new Series(), new Series(), new Series());
            for (var round = 0; round < Rounds; round++)
            {
                var limit = await ReadInCAsync(workshop, frames, cancellation);
                var (mine, bytes) = await ReadAsync(workshop, frames, cancellation);
                theirs.Add(limit);
                ours.Add(mine);
                ratio.Add(mine / limit);
                allocated = Math.Max(allocated, bytes);
            }

            worst = Math.Max(worst, ratio.Median);
            parts.Add(
                string.Create(CultureInfo.InvariantCulture, $"{size} {ratio} ({ours.Median:0.000} of {theirs.Median:0.000} ms a frame)")
            );
        }

        // A frame has millions of bytes; anything that is copied on the managed side would be seen here at once.
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{allocated:0.0} managed bytes a frame"));
        return new Figure(worst, worst <= Most && allocated < 1, string.Join(", ", parts));
    }

    private static async Task<double> ReadInCAsync(Workshop workshop, SceneFrames frames, CancellationToken cancellation)
    {
        var camera = await workshop.ProgramAsync("camera", cancellation);
        var ingest = await workshop.ProgramAsync("ingest", cancellation);
        var words = string.Join(' ', CameraWords(frames.Size, FramesARound + WarmUp));
        var line = $"BENCHMARK_FRAMES={frames.File} {camera} {words} | {ingest} {frames.Size.Width} {frames.Size.Height}";
        var said = await Tool.RunAsync("sh", ["-c", line], cancellation);
        return double.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static async Task<(double Milliseconds, double Allocated)> ReadAsync(
        Workshop workshop,
        SceneFrames frames,
        CancellationToken cancellation
    )
    {
        var camera = await workshop.ProgramAsync("camera", cancellation);
        Environment.SetEnvironmentVariable("BENCHMARK_FRAMES", frames.File);
        var mode = new CaptureMode(frames.Size, FramesPerSecond);
        var plan = new ChildPlan(camera, CameraWords(frames.Size, count: 0), RawLayout.Packed(frames.Size), mode, _ => null);
        var found = new TaskCompletionSource<(double, double)>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own, as a camera has it: the child lives no longer than it.
        new Thread(() => found.SetResult(ReadOnThisThread(plan, cancellation))).Start();
        return await found.Task;
    }

    private static (double Milliseconds, double Allocated) ReadOnThisThread(ChildPlan plan, CancellationToken cancellation)
    {
        using var capture = new PipeCapture(plan, TimeProvider.System);
        // Three, as the limit has them: a single one would stay in the cache and flatter us.
        RawFrame[] raw = [new(), new(), new()];
        var (cpu, allocated) = (TimeSpan.Zero, 0L);
        for (var number = 0; number < FramesARound + WarmUp; number++)
        {
            if (number == WarmUp)
            {
                (cpu, allocated) = (Clocks.ThreadCpu, GC.GetAllocatedBytesForCurrentThread());
            }

            capture.Read(raw[number % raw.Length], cancellation);
        }

        var milliseconds = (Clocks.ThreadCpu - cpu).TotalMilliseconds / FramesARound;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)FramesARound;
        Array.ForEach(raw, frame => frame.Dispose());
        return (milliseconds, bytes);
    }

    private static string[] CameraWords(Resolution size, int count) =>
        ["--width", Text(size.Width), "--height", Text(size.Height), "--framerate", Text(FramesPerSecond), "--frames", Text(count)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
