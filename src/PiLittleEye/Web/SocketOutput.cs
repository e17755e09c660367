using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PiLittleEye.Web;

/// <summary>
/// A connection's output without the server's pipe: what TLS has encrypted goes into the socket at once, on the thread that encrypted it.
/// The pipe would copy it once more and wake another thread to send it: a fifth of all processor time at fifty viewers, a quarter at
/// one (measured).
/// </summary>
internal sealed class SocketOutput(Socket socket) : PipeWriter
{
    // TLS writes whole records and never comes this way; whoever does writes a few bytes.
    private readonly ArrayBufferWriter<byte> _unflushed = new();
    private bool _isBroken;

    /// <summary>Below TLS, so to be added before it.</summary>
    public static void Use(ListenOptions listen) =>
        listen.Use(next =>
            connection =>
            {
                if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
                {
                    connection.Transport = new Pipes(connection.Transport.Input, new SocketOutput(socket));
                }

                return next(connection);
            }
        );

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (_unflushed.WrittenCount == 0)
        {
            return SendAsync(source);
        }

        _unflushed.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var result = await SendAsync(_unflushed.WrittenMemory);
        _unflushed.ResetWrittenCount();
        return result;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => _unflushed.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _unflushed.GetSpan(sizeHint);

    public override void Advance(int bytes) => _unflushed.Advance(bytes);

    public override void CancelPendingFlush()
    {
        // Nobody does; a connection that must end at once is aborted, and its socket with it.
    }

    public override void Complete(Exception? exception = null)
    {
        // The socket belongs to the server, which closes it behind its own pipes.
    }

    // Without a token: half a TLS record would spoil all that follows, and whoever gives up closes the socket.
    // A broken connection is no exception: the server learns of it by reading, and expects its writers to go on into the void.
    private async ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!_isBroken && !bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, CancellationToken.None)..];
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            _isBroken = true;
        }

        return new FlushResult(isCanceled: false, isCompleted: _isBroken);
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
