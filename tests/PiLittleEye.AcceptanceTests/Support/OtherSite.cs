using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>
/// Somebody else's page with pictures in it, as OctoPrint's: over plain HTTP, of another origin. A server of its own, because browsers ask
/// before a page from anywhere reaches into the network at home; OctoPrint stands in it.
/// </summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly Task _serving;

    private OtherSite(string html)
    {
        var length = Encoding.UTF8.GetByteCount(html);
        _answer = Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{html}"
            )
        );
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <param name="pictures">Their addresses.</param>
    public static OtherSite Start(params string[] pictures) =>
        new($"<!doctype html><title>OctoPrint</title>{string.Concat(pictures.Select(picture => $"<img src=\"{picture}\">"))}");

    /// <summary>Not until all is loaded: a stream never is.</summary>
    public Task OpenAsync(IPage page) =>
        page.GotoAsync($"http://{_listener.LocalEndpoint}/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(connection);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        try
        {
            await using var stream = connection.GetStream();
            _ = await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false);
            await stream.WriteAsync(_answer);
        }
        catch (IOException)
        {
            // A connection that the browser opened in case it needs one.
        }
    }
}
