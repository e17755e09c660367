using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>Ports of the loopback that nobody listens on, for tests that must name one beforehand.</summary>
internal static class FreePorts
{
    // Below what the kernel hands out by itself, so that no other program's connection takes one in between.
    private static int s_next = 5400;

    public static IReadOnlyList<int> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Take())];

    public static int Take()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref s_next);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody's; the next one.
            }
        }
    }
}
