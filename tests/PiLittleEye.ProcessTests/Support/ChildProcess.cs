using System.Diagnostics;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>A program that a test started: what it says, how it ends, and that it is gone after the test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Never reached when all is well; a machine that builds and tests elsewhere takes its time to start a program.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Output = new Transcript(process.StandardOutput);
        Error = new Transcript(process.StandardError);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public Transcript Output { get; }

    public Transcript Error { get; }

    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Set on top of this process's own; null takes one away.</param>
    /// <param name="directory">Where it works; without one, where the tests do.</param>
    /// <param name="isTyping">Whether somebody will type; else its input ends before it begins.</param>
    public static ChildProcess Start(
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? directory = null,
        bool isTyping = false
    )
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = directory ?? string.Empty,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (!isTyping)
        {
            process.StandardInput.Close();
        }

        return new ChildProcess(process);
    }

    /// <summary>Starts a program and waits for its end.</summary>
    public static async Task<Outcome> RunAsync(params string[] command)
    {
        await using var child = Start(command);
        return await child.EndAsync();
    }

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Nobody types any more.</summary>
    public void HangUp() => _process.StandardInput.Close();

    /// <summary>Waits for its own end.</summary>
    public async Task<Outcome> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(Output.Ended, Error.Ended).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} did not end. It said: {Output.Text}{Error.Text}", late);
        }

        return new Outcome(_process.ExitCode, Output.Text, Error.Text);
    }

    /// <param name="name">As <c>TERM</c>, <c>INT</c>.</param>
    public async Task SignalAsync(string name)
    {
        // The shell's own kill: no package of Debian's must be there for it.
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"kill -s {name} {Id}"]) { UseShellExecute = false })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    /// <summary>As the kernel does when memory runs out: it gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
