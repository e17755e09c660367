using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>Watches a stream to its end, and knows when and with which card it ended.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    // Enough for the header of the last part in front of its card.
    private const int Kept = 200_000;

    private readonly HttpResponseMessage _answer;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _tail = new();
    private readonly List<long> _times = [];

    private Watcher(HttpResponseMessage answer)
    {
        _answer = answer;
        Ended = ReadAsync();
    }

    /// <summary>When the last byte came (<see cref="Stopwatch"/>).</summary>
    public Task<long> Ended { get; }

    /// <summary>What the last part was: live, or why there is no picture.</summary>
    public string LastState
    {
        get
        {
            const string header = "X-Frame-State: ";
            var text = _tail.ToString();
            var at = text.LastIndexOf(header, StringComparison.Ordinal) + header.Length;
            return text[at..text.IndexOf('\r', at)];
        }
    }

    /// <param name="client">With whatever lets it in.</param>
    /// <param name="path">Of the stream.</param>
    public static async Task<Watcher> OpenAsync(HttpClient client, string path = "/stream")
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var watcher = new Watcher(answer);
        await Limit.On(watcher._begun.Task, "the first picture comes");
        return watcher;
    }

    /// <summary>The longest time in which nothing came, since then: how late this machine is with everything.</summary>
    public TimeSpan LongestGap(long since)
    {
        lock (_times)
        {
            long[] times = [since, .. _times.Where(time => time > since), Stopwatch.GetTimestamp()];
            return times.Zip(times.Skip(1), Stopwatch.GetElapsedTime).Max();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _answer.Dispose();
        try
        {
            await Ended;
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            // By this end.
        }
    }

    private async Task<long> ReadAsync()
    {
        await using var stream = await _answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var length)
        {
            lock (_times)
            {
                _times.Add(Stopwatch.GetTimestamp());
            }

            _tail.Append(Encoding.Latin1.GetString(buffer, 0, length));
            if (_tail.Length > 2 * Kept)
            {
                _tail.Remove(0, _tail.Length - Kept);
            }

            _begun.TrySetResult();
        }

        return Stopwatch.GetTimestamp();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_times.Count} reads, last {LastState}");
}
