using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PiLittleEye.Web;

/// <summary>So many connections from one address, so that one stranger does not take them all. Looked at before TLS, which is what costs.</summary>
internal sealed class ConnectionLimit(int most)
{
    private readonly ConcurrentDictionary<UInt128, int> _open = new();

    /// <summary>To be added before everything else.</summary>
    public void Use(ListenOptions listen) =>
        listen.Use(next =>
            async connection =>
            {
                var place = PlaceOf((connection.RemoteEndPoint as IPEndPoint)?.Address);
                if (!TryEnter(place))
                {
                    // Not a word: whoever opens hundreds does not read one.
                    connection.Abort();
                    return;
                }

                try
                {
                    await next(connection);
                }
                finally
                {
                    Leave(place);
                }
            }
        );

    public bool TryEnter(UInt128 place)
    {
        if (_open.AddOrUpdate(place, 1, (_, open) => open + 1) <= most)
        {
            return true;
        }

        Leave(place);
        return false;
    }

    public void Leave(UInt128 place)
    {
        var left = _open.AddOrUpdate(place, 0, (_, open) => open - 1);
        if (left == 0)
        {
            // Only if it is still nobody: in the meantime one may have come.
            _open.TryRemove(new KeyValuePair<UInt128, int>(place, 0));
        }
    }

    /// <summary>An IPv6 customer owns a whole /64, and could take a new address for each connection.</summary>
    public static UInt128 PlaceOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var isIpv4 = address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;
        return isIpv4 ? value : value & ~(UInt128)ulong.MaxValue;
    }
}
