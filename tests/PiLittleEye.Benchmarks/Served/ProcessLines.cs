using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>What a process writes, line by line. It is always taken, so that a full pipe never stops the process.</summary>
internal sealed class ProcessLines
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public ProcessLines(Process process)
    {
        process.OutputDataReceived += (_, said) => _ = said.Data is { } line ? _lines.Writer.TryWrite(line) : _lines.Writer.TryComplete();
        process.BeginOutputReadLine();
    }

    /// <summary>The next line that matches; those before it are passed over.</summary>
    public async Task<Match> UntilAsync(Regex wanted, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        await foreach (var line in _lines.Reader.ReadAllAsync(patience.Token))
        {
            if (wanted.Match(line) is { Success: true } match)
            {
                return match;
            }
        }

        throw new CannotMeasureException("The product ended before it was ready; what it complained of is above.");
    }
}
