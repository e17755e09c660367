using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PiLittleEye.Storage;

/// <summary>A file of the state directory that only the service's user can read, replaced as a whole.</summary>
internal static class StateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Two at the same time would write the same file beside.
    private static readonly Lock s_writing = new();

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public static void Replace(string path, string text) => Replace(path, Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + "\n"));

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        lock (s_writing)
        {
            try
            {
                Write(path, content);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw Unkept(path, failure);
            }
        }
    }

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unkept(path, failure);
        }
    }

    /// <summary>Makes an empty one where there is none yet.</summary>
    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public static void Ensure(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            // Never over one that another process made meanwhile.
            new FileStream(path, OptionsFor(FileMode.CreateNew)).Dispose();
            GiveToServicesUser(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(path))
            {
                throw Unkept(path, failure);
            }
        }
    }

    /// <summary>When it was written, or of what a link leads to in the end: the link itself is as old as the day it was made.</summary>
    public static DateTime WrittenAt(string path)
    {
        try
        {
            return (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).LastWriteTimeUtc;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return DateTime.MinValue;
        }
    }

    // Written beside and renamed over: a power cut leaves the old file or the new one, never half of one.
    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, OptionsFor(FileMode.Create)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        GiveToServicesUser(fresh);
        File.Move(fresh, path, overwrite: true);
    }

    private static FileStreamOptions OptionsFor(FileMode mode) =>
        new()
        {
            Mode = mode,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };

    // What root writes with a verb, the service must be able to read. There is no managed call for it, and coreutils are on every Debian.
    private static void GiveToServicesUser(string path)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        try
        {
            using var chown = Process.Start(new ProcessStartInfo("chown", ["--reference", Path.GetDirectoryName(path)!, path]));
            chown!.WaitForExit();
        }
        catch (Win32Exception missing)
        {
            throw new IOException($"chown cannot be run: {missing.Message}", missing);
        }
    }

    private static StorageUnavailableException Unkept(string path, Exception failure) =>
        new($"{path} cannot be written: {failure.Message.TrimEnd('.')}. Free some space or mend the permissions.", failure);
}
