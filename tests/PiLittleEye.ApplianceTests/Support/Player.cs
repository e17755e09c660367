using System.Diagnostics;
using System.Globalization;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>ffmpeg on this machine, outside the guest: a viewer that nobody here has written.</summary>
internal static class Player
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    /// <returns>How many frames it decoded, and the size it says they have.</returns>
    public static async Task<(int Frames, string Size)> ReadAsync(Appliance appliance, string camera, int frames)
    {
        var start = new ProcessStartInfo("ffmpeg")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-v",
            "error",
            "-nostdin",
            "-f",
            "mpjpeg",
            "-i",
            // As people give it to players: any name, and the session's token for a password.
            $"https://anybody:{appliance.Token}@{appliance.Address}/api/v1/cameras/{camera}/video/mjpeg",
            "-frames:v",
            frames.ToString(CultureInfo.InvariantCulture),
            "-fps_mode",
            "passthrough",
            "-f",
            "framecrc",
            "-",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_longest);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(process.ExitCode == 0, $"ffmpeg ended with code {process.ExitCode}: {await errors}");
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        const string dimensions = "#dimensions 0: ";
        var size = lines.First(line => line.StartsWith(dimensions, StringComparison.Ordinal))[dimensions.Length..];
        return (lines.Count(line => line[0] != '#'), size);
    }
}
