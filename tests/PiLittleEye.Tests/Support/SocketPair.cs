using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.Tests.Support;

/// <summary>Two ends of one TCP connection on the loopback, with buffers so small that a reader who does not read is felt soon.</summary>
internal sealed class SocketPair : IDisposable
{
    private const int SmallBuffer = 4096;

    private SocketPair(Socket near, Socket far) => (Near, Far) = (near, far);

    public Socket Near { get; }

    public Socket Far { get; }

    public static async Task<SocketPair> OpenAsync()
    {
        using var listener = Make();
        listener.ReceiveBufferSize = SmallBuffer;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var near = Make();
        near.SendBufferSize = SmallBuffer;
        await near.ConnectAsync(listener.LocalEndPoint!, TestContext.Current.CancellationToken);
        return new SocketPair(near, await listener.AcceptAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What comes to the far end until it has so many bytes.</summary>
    public async Task<byte[]> ReceiveAsync(int length)
    {
        var bytes = new byte[length];
        for (var got = 0; got < length; )
        {
            var more = await Limit.On(Far.ReceiveAsync(bytes.AsMemory(got), SocketFlags.None).AsTask(), "something comes in");
            Assert.NotEqual(0, more);
            got += more;
        }

        return bytes;
    }

    public void Dispose()
    {
        Near.Dispose();
        Far.Dispose();
    }

    private static Socket Make() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
}
