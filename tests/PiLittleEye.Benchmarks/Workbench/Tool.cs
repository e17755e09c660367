using System.ComponentModel;
using System.Diagnostics;

namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    private const int TextFileBusy = 26;

    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(0.05);

    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="CannotMeasureException">It failed; with what it said.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = ProgramStart.Of(program, arguments);
        start.RedirectStandardError = true;
        using var process = await StartAsync(start, cancellation);
        using var ending = cancellation.Register(process.Kill);
        var said = process.StandardOutput.ReadToEndAsync(cancellation);
        var complained = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? await said
            : throw new CannotMeasureException($"{Path.GetFileName(program)} failed: {(await complained).Trim()}");
    }

    // A program that was just written cannot be started while another child, forked in that moment, has not yet let go of its file (execve(2)).
    private static async Task<Process> StartAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return Process.Start(start)!;
            }
            catch (Win32Exception busy) when (busy.NativeErrorCode == TextFileBusy)
            {
                await Task.Delay(s_moment, TimeProvider.System, cancellation);
            }
        }
    }
}
