using System.Diagnostics;

namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>How a program is started: arguments as they are, no shell, its words for us.</summary>
internal static class ProgramStart
{
    public static ProcessStartInfo Of(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
