using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using PiLittleEye.Frames;

namespace PiLittleEye.Streaming;

/// <summary>
/// The way of a frame to one viewer. After the headers are out, frames go straight into the connection's TLS stream: one write, one copy
/// less than through the response body, and TLS records of 16 KiB instead of 4 (measured: a fifth less processor time at fifty viewers).
/// </summary>
internal sealed class StreamWriter
{
    // Linux tcp.h; .NET has no name for it.
    private const int TcpNotSentLowWater = 25;

    // The kernel may hold this much that is not on the wire yet. Without it a slow viewer has megabytes of old frames queued before it
    // and sees what was eleven seconds ago; with it, what was one second ago (measured at 200 KB/s; 128 KiB give one and a half).
    private const int MostNotSent = 32 * 1024;

    private readonly HttpContext _context;
    private readonly SslStream? _tls;
    private readonly bool _isChunked;

    private StreamWriter(HttpContext context, SslStream? tls)
    {
        _context = context;
        _tls = tls;
        // What the server itself decided when it sent the headers: a client of HTTP/1.0 gets no chunks. Through the body it frames them itself.
        _isChunked = tls is not null && context.Response.Headers.TransferEncoding == "chunked";
    }

    /// <summary>Sends the response's headers and takes over the connection for this response.</summary>
    public static async Task<StreamWriter> StartAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var tls = context.Features.Get<ISslStreamFeature>()?.SslStream;
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.SetRawSocketOption((int)ProtocolType.Tcp, TcpNotSentLowWater, BitConverter.GetBytes(MostNotSent));
        }

        await context.Response.StartAsync(cancellationToken);
        await context.Response.BodyWriter.FlushAsync(cancellationToken);
        return new StreamWriter(context, tls);
    }

    public ValueTask WriteAsync(JpegFrame frame) => SendAsync(frame.Wrap(MultipartWrapper.Instance, _isChunked));

    public ValueTask WriteAsync(ReadOnlySpan<byte> bytes) => SendAsync(MultipartWrapper.Chunk(bytes, _isChunked));

    // No token: it would cost an allocation for each write, and a connection that is cut ends its write anyway.
    private ValueTask SendAsync(ReadOnlyMemory<byte> framed) =>
        _tls is not null ? _tls.WriteAsync(framed, CancellationToken.None) : ThroughBodyAsync(framed);

    // For servers without TLS streams, as the one in tests: copied into the response's own buffer.
    private async ValueTask ThroughBodyAsync(ReadOnlyMemory<byte> bytes)
    {
        _context.Response.BodyWriter.Write(bytes.Span);
        await _context.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }
}
