namespace PiLittleEye.Cameras.Children;

/// <summary>Keeps the beginning and the end of what a child says on standard error, and lets the rest go: it may talk for weeks.</summary>
internal sealed class LastWords
{
    // Start-up messages tell the mode it chose, the end tells why it ended.
    private const int Kept = 4096;

    // How libcamera's log marks what is only for information.
    private static readonly string[] s_chatter = [" INFO ", " DEBUG ", "Score:", "Mode selection", "Stream configuration adjusted"];

    private readonly Lock _gate = new();
    private readonly char[] _end = new char[Kept];
    private readonly Task _reading;
    private string _beginning = string.Empty;
    private int _endLength;

    public LastWords(StreamReader source) => _reading = ReadAsync(source);

    /// <summary>All that is kept; long talk is cut in the middle.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _beginning + new string(_end, 0, _endLength);
            }
        }
    }

    /// <summary>The last line that is not mere chatter, without the marks that programs put around it; empty when there is none.</summary>
    public string LastComplaint =>
        Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault(line => !s_chatter.Any(mark => line.Contains(mark, StringComparison.Ordinal)), string.Empty)
            .Trim('*', '!', ' ');

    /// <summary>Waits until the child has closed its standard error, so that its very last words are here.</summary>
    public void WaitForEnd(TimeSpan timeout) => Task.WaitAny([_reading], timeout);

    private async Task ReadAsync(StreamReader source)
    {
        var buffer = new char[1024];
        try
        {
            while (await source.ReadAsync(buffer) is var count and > 0)
            {
                lock (_gate)
                {
                    Keep(buffer.AsSpan(0, count));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The child was disposed while it spoke.
        }
    }

    private void Keep(Span<char> said)
    {
        var forBeginning = Math.Min(Kept - _beginning.Length, said.Length);
        _beginning += new string(said[..forBeginning]);
        said = said[forBeginning..];
        var dropped = Math.Max(0, _endLength + said.Length - Kept);
        _end.AsSpan(dropped, _endLength - dropped).CopyTo(_end);
        said.CopyTo(_end.AsSpan(_endLength - dropped));
        _endLength += said.Length - dropped;
    }
}
