using System.Diagnostics;

namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>What the peers and limits are made of. The same script as everywhere installs it, or says what to install.</summary>
internal static class DebianPackages
{
    private static readonly string[] s_needed =
    [
        "gcc",
        "libc6-dev",
        "libturbojpeg0-dev",
        "libyuv-dev",
        "libssl-dev",
        "libsqlite3-0",
        "nginx-light",
    ];

    public static async Task NeedAsync(CancellationToken cancellation)
    {
        var start = ProgramStart.Of("bash", ["-c", ". \"$0\"; need_debian \"$@\"", "scripts/packages.sh", .. s_needed]);
        start.WorkingDirectory = Checkout.Folder;
        using var process = Process.Start(start)!;
        // Its words are for people; on standard output there may be JSON.
        await Console.Error.WriteAsync(await process.StandardOutput.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new CannotMeasureException("Nothing was measured: Debian packages are missing, as listed above.");
        }
    }
}
