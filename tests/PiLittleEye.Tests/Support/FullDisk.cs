using System.Diagnostics;

namespace PiLittleEye.Tests.Support;

/// <summary>A small file system of its own that is full until it is told otherwise. Only root may mount one.</summary>
internal sealed class FullDisk : IDisposable
{
    private readonly TemporaryDirectory _mountPoint = new();
    private readonly bool _isMounted;

    private FullDisk() => _isMounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "some-disk", _mountPoint.Path);

    public string Path => _mountPoint.Path;

    private string Filler => _mountPoint.File("filler");

    /// <summary>Skips the test, with the reason, where no file system can be mounted.</summary>
    public static FullDisk Mount()
    {
        var disk = new FullDisk();
        if (!disk._isMounted)
        {
            disk.Dispose();
            Assert.Skip("A full disk needs a file system of its own, and only root may mount one.");
        }

        return disk;
    }

    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                filler.Write(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", "--lazy", _mountPoint.Path);
        }

        _mountPoint.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
