using System.Diagnostics;

namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="CannotMeasureException">It failed; with what it said.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = ProgramStart.Of(program, arguments);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var ending = cancellation.Register(process.Kill);
        var said = process.StandardOutput.ReadToEndAsync(cancellation);
        var complained = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? await said
            : throw new CannotMeasureException($"{Path.GetFileName(program)} failed: {(await complained).Trim()}");
    }
}
