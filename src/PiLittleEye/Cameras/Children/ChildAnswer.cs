using System.ComponentModel;
using System.Diagnostics;

namespace PiLittleEye.Cameras.Children;

/// <summary>Asks a program something that it answers at once, and takes its words.</summary>
internal static class ChildAnswer
{
    /// <summary>Milliseconds for a pattern in an answer. By the clock on the wall, so that a board which swaps must not run out of them.</summary>
    public const int LongestMatch = 20_000;

    // libcamera's enumeration takes half a second on a PC and two on a Pi Zero.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(8);

    // The longest list of modes is some 3 KB.
    private const int MostCharacters = 64 * 1024;

    /// <returns>Everything it said, or null when it is not installed, failed to start or took too long.</returns>
    public static string? Of(string program, params IReadOnlyList<string> arguments)
    {
        if (ProgramPath.Find(program) is not { } path)
        {
            return null;
        }

        var start = new ProcessStartInfo(path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
            if (!process.WaitForExit(s_longest))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return said.Wait(s_longest) ? string.Concat(said.GetAwaiter().GetResult()) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var buffer = new char[MostCharacters];
        var length = await reader.ReadBlockAsync(buffer);
        return new string(buffer, 0, length);
    }
}
