using System.Globalization;
using System.Text;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>One viewer: reads a multipart stream part by part, each as soon as it is there.</summary>
internal sealed class LiveStream : IAsyncDisposable
{
    // A card is repeated every second, but a camera may take ten to start under emulation, and more on a busy machine.
    private static readonly TimeSpan s_longestGap = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage _answer;
    private readonly BufferedStream _body;

    private LiveStream(HttpResponseMessage answer, Stream body) => (_answer, _body) = (answer, new BufferedStream(body, 1 << 16));

    public static async Task<LiveStream> OpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return new LiveStream(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next part; null when the service has ended the stream as it should, with the closing boundary.</summary>
    public async Task<StreamPart?> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_longestGap);
        // The boundary that ends a part comes with it, so that a blank line and the closing boundary may follow.
        var line = await LineAsync(patience.Token);
        while (line is "" or "--frame")
        {
            line = await LineAsync(patience.Token);
        }

        if (line == "--frame--")
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (; line.Length > 0; line = await LineAsync(patience.Token))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var jpeg = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await _body.ReadExactlyAsync(jpeg, patience.Token);
        var captured = DateTimeOffset.Parse(headers["X-Frame-Captured-At"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new StreamPart(captured, headers["X-Frame-State"], jpeg);
    }

    /// <summary>Skips parts until one is wanted.</summary>
    public async Task<StreamPart> UntilAsync(string what, TimeSpan longest, Func<StreamPart, bool> isWanted)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var last = "nothing";
        while (clock.GetElapsedTime(started) <= longest)
        {
            var part = await NextAsync() ?? throw new EndOfStreamException($"The stream ended before {what}.");
            if (isWanted(part))
            {
                return part;
            }

            last = part.State;
        }

        throw new TimeoutException($"Not within {longest.TotalSeconds} s: {what}. The last part was {last}.");
    }

    public Task<StreamPart> LiveAsync(TimeSpan longest) => UntilAsync("a live picture", longest, part => part.IsLive);

    public async ValueTask DisposeAsync()
    {
        _answer.Dispose();
        await _body.DisposeAsync();
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            if (await _body.ReadAsync(one, cancellation) == 0)
            {
                throw new EndOfStreamException("The connection ended in the middle of the stream.");
            }

            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }
    }
}
