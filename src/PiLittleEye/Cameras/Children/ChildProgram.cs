using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Cameras.Children;

/// <summary>
/// A program that reads a camera and writes frames to a pipe. It lives no longer than the thread that started it: the kernel kills it
/// when that thread ends, even if this whole process is killed (prctl PR_SET_PDEATHSIG, set by util-linux's setpriv).
/// </summary>
internal sealed class ChildProgram : IDisposable
{
    // libcamera stops its sensor in well under a second when asked; what does not is killed.
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(1);

    private readonly Process _process;

    private ChildProgram(Process process)
    {
        _process = process;
        Words = new LastWords(process.StandardError);
        var pipe = (AnonymousPipeClientStream)process.StandardOutput.BaseStream;
        Output = pipe.SafePipeHandle;
    }

    /// <summary>Read end of its standard output.</summary>
    public SafeHandle Output { get; }

    public int ProcessId => _process.Id;

    /// <summary>What it said on standard error.</summary>
    public LastWords Words { get; }

    /// <param name="program">Name, looked for in PATH; no shell is involved.</param>
    /// <param name="arguments">Each as it is.</param>
    /// <exception cref="CameraUnavailableException">It is not installed or cannot be started.</exception>
    public static ChildProgram Start(string program, IReadOnlyList<string> arguments)
    {
        var path = ProgramPath.Find(program) ?? throw new CameraUnavailableException(CameraFault.StackMissing, $"{program} was not found");
        var start = new ProcessStartInfo
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        if (ProgramPath.Find("setpriv") is { } setpriv)
        {
            start.FileName = setpriv;
            start.ArgumentList.Add("--pdeathsig");
            start.ArgumentList.Add("KILL");
            start.ArgumentList.Add("--");
            start.ArgumentList.Add(path);
        }
        else
        {
            // Without it a child still ends with its next frame, because nobody reads its pipe any more.
            start.FileName = path;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Messages are recognised by their English words.
        start.Environment["LC_ALL"] = "C";
        try
        {
            var process = Process.Start(start) ?? throw new CameraUnavailableException(CameraFault.StackMissing, $"{path} did not start");
            process.StandardInput.Close();
            return new ChildProgram(process);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new CameraUnavailableException(CameraFault.StackMissing, $"{path} cannot be started: {failure.Message}", failure);
        }
    }

    /// <summary>Waits for its end, which its closed pipe has announced.</summary>
    /// <returns>Its exit code, or null when it is still there after the time.</returns>
    public int? WaitForExit(TimeSpan timeout) => _process.WaitForExit(timeout) ? _process.ExitCode : null;

    /// <summary>Ends one that has fallen silent: it would not hear a request either, and waiting for that would cost the viewers a second.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(s_timeToEnd);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Signals.AskToEnd(_process.Id);
            if (!_process.WaitForExit(s_timeToEnd))
            {
                Kill();
            }
        }

        _process.Dispose();
    }
}
