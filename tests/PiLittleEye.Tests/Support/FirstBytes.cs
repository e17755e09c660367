using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.Tests.Support;

/// <summary>A client below TLS: sends some bytes to the port and looks at what comes back.</summary>
internal sealed class FirstBytes : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<FirstBytes> SendAsync(PiLittleEyeApplication application, params byte[] bytes)
    {
        var client = new FirstBytes();
        await client._socket.ConnectAsync(IPAddress.Loopback, application.Port, TestContext.Current.CancellationToken);
        await client._socket.SendAsync(bytes, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>A ClientHello for exactly this version (3.2 is TLS 1.1, 3.3 is TLS 1.2), with one cipher suite that every server of its time knows.</summary>
    public static byte[] Hello(byte minor)
    {
        // Version, 32 random bytes, no session, suites TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA and …_GCM_SHA256, no compression, extensions:
        // P-256, uncompressed points, and ECDSA with SHA-256.
        byte[] extensions = [.. Extension(10, 0, 2, 0, 23), .. Extension(11, 1, 0), .. Extension(13, 0, 2, 4, 3)];
        byte[] body = [3, minor, .. new byte[32], 0, 0, 4, 0xC0, 0x09, 0xC0, 0x2B, 1, 0, .. Length16(extensions), .. extensions];
        byte[] message = [1, 0, .. Length16(body), .. body];
        return [22, 3, 1, .. Length16(message), .. message];
    }

    /// <returns>Everything until the other side has closed; what a reset swallowed is missing.</returns>
    public async Task<byte[]> ReadToEndAsync(int atMost = int.MaxValue)
    {
        var all = new List<byte>();
        var buffer = new byte[4096];
        try
        {
            int length;
            while (all.Count < atMost && (length = await Limit.On(_socket.ReceiveAsync(buffer), "an answer or the end")) > 0)
            {
                all.AddRange(buffer[..length]);
            }
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }

        return [.. all];
    }

    /// <summary>Sends nothing any more.</summary>
    public void HangUp() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Done when the other side has closed, however long it takes.</summary>
    public async Task EndAsync()
    {
        try
        {
            while (await _socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken) > 0) { }
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Extension(byte kind, params byte[] content) => [0, kind, .. Length16(content), .. content];

    private static byte[] Length16(byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)content.Length);
        return length;
    }
}
