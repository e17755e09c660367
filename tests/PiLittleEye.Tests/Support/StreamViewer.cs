using System.Globalization;
using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Watches an MJPEG stream as the strictest client does: a part is as long as its Content-Length says, the boundary stands right behind
/// it, and nothing else comes in between. How the bytes are cut into HTTP chunks is none of its business.
/// </summary>
internal sealed class StreamViewer : IAsyncDisposable
{
    private readonly RawConnection _connection;
    private readonly List<byte> _body = [];
    private bool _isChunked;
    private bool _hasBegun;
    private bool _hasEnded;

    private StreamViewer(RawConnection connection) => _connection = connection;

    /// <summary>Status line and headers of the answer.</summary>
    public string Head { get; private set; } = string.Empty;

    /// <param name="receiveBuffer">Bytes that the kernel takes for a reader that does not read; zero for its usual.</param>
    public static async Task<StreamViewer> OpenAsync(
        PiLittleEyeApplication application,
        string? token,
        string path = "/api/v1/video/mjpeg",
        string version = "1.1",
        int receiveBuffer = 0,
        string? forwardedFor = null
    )
    {
        var viewer = new StreamViewer(await RawConnection.OpenAsync(application, receiveBuffer: receiveBuffer));
        await viewer._connection.AskAsync(token, path, version, forwardedFor: forwardedFor);
        viewer.Head = await viewer._connection.ReadHeadAsync();
        viewer._isChunked = viewer.Head.Contains("\r\nTransfer-Encoding: chunked\r\n", StringComparison.OrdinalIgnoreCase);
        return viewer;
    }

    /// <returns>Null when the closing boundary came instead.</returns>
    public async Task<StreamPart?> NextAsync()
    {
        if (!_hasBegun)
        {
            Assert.Equal("--frame", await LineAsync());
            _hasBegun = true;
        }

        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await LineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            Assert.True(colon > 0, $"\"{line}\" is no header.");
            headers.Add(line[..colon], line[(colon + 2)..]);
        }

        if (headers.Count == 0)
        {
            Assert.Equal("--frame--", await LineAsync());
            return null;
        }

        var jpeg = await TakeAsync(int.Parse(headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture));
        Assert.Equal(string.Empty, await LineAsync());
        Assert.Equal("--frame", await LineAsync());
        return new StreamPart(headers, jpeg);
    }

    /// <summary>The next live picture; cards are passed over.</summary>
    public async Task<StreamPart> NextLiveAsync()
    {
        StreamPart? part;
        do
        {
            part = await NextAsync();
            Assert.NotNull(part);
        } while (part.State != "live");

        return part;
    }

    /// <summary>Reads on until the closing boundary.</summary>
    /// <returns>The last part before it.</returns>
    public async Task<StreamPart> LastAsync()
    {
        StreamPart? last = null;
        while (await NextAsync() is { } part)
        {
            last = part;
        }

        Assert.NotNull(last);
        return last;
    }

    /// <summary>Reads nothing but the connection's end.</summary>
    /// <returns>Whether it was closed in an orderly way.</returns>
    public Task<bool> DrainAsync() => _connection.DrainAsync();

    public void Reset() => _connection.Reset();

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<string> LineAsync()
    {
        int end;
        while ((end = _body.IndexOf((byte)'\n')) < 0)
        {
            await FillAsync();
        }

        var line = Encoding.ASCII.GetString(await TakeAsync(end + 1));
        Assert.EndsWith("\r\n", line, StringComparison.Ordinal);
        return line[..^2];
    }

    private async Task<byte[]> TakeAsync(int length)
    {
        while (_body.Count < length)
        {
            await FillAsync();
        }

        var bytes = _body[..length].ToArray();
        _body.RemoveRange(0, length);
        return bytes;
    }

    private async Task FillAsync()
    {
        Assert.False(_hasEnded, "The body ended inside a part.");
        if (_isChunked)
        {
            var chunk = await _connection.ReadChunkAsync();
            _hasEnded = chunk.Length == 0;
            _body.AddRange(chunk);
            return;
        }

        if (_connection.Unread.IsEmpty)
        {
            _hasEnded = !await _connection.FillAsync();
        }

        _body.AddRange(await _connection.ReadAsync(_connection.Unread.Length));
    }
}
