using System.Diagnostics;
using System.Globalization;
using PiLittleEye.Benchmarks.Scenes;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>The limit for everything that makes JPEGs: libjpeg-turbo called from C, in its own process, a few frames whenever it is asked.</summary>
internal sealed class BareEncoder : IDisposable
{
    private readonly Process _process;

    private BareEncoder(Process process) => _process = process;

    public static async Task<BareEncoder> StartAsync(Workshop workshop, SceneFrames frames, int quality, CancellationToken cancellation)
    {
        string[] words = [frames.File, Text(frames.Size.Width), Text(frames.Size.Height), Text(quality)];
        var start = ProgramStart.Of(await workshop.ProgramAsync("encode", cancellation), words);
        start.RedirectStandardInput = true;
        return new BareEncoder(Process.Start(start)!);
    }

    /// <summary>Mean length of a frame, of the last call.</summary>
    public int Length { get; private set; }

    /// <returns>Milliseconds of processor for one frame.</returns>
    public async Task<double> EncodeAsync(int frames, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(Text(frames).AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        var answer = await _process.StandardOutput.ReadLineAsync(cancellation);
        var words = answer?.Split(' ') ?? throw new CannotMeasureException("limits/encode ended; what it said is above.");
        Length = int.Parse(words[1], CultureInfo.InvariantCulture);
        return double.Parse(words[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
