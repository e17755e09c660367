using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.AccessLists;

/// <summary>An address as a number, so that ranges are comparisons. An IPv4 address in the clothes of IPv6 (::ffff:a.b.c.d) is an IPv4 address.</summary>
/// <param name="Bits">32 or 128: which of the two worlds it belongs to.</param>
/// <param name="Value">The address, most significant bit first.</param>
internal readonly record struct AddressNumber(int Bits, UInt128 Value)
{
    // RFC 4007, 11: what stands behind the % is a name or number of a network card.
    private const int LongestZone = 16;

    public static AddressNumber Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            address.TryWriteBytes(bytes, out _);
            var value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
            return value >> 32 == 0xFFFF ? new AddressNumber(32, (uint)value) : new AddressNumber(128, value);
        }

        address.TryWriteBytes(bytes, out _);
        return new AddressNumber(32, BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    /// <summary>Without zone, and IPv4 wherever it is IPv4: the one spelling that all of the service compares.</summary>
    [return: NotNullIfNotNull(nameof(address))]
    public static IPAddress? Plain(IPAddress? address) => address is null ? null : Of(address).ToAddress();

    /// <summary>Strict: the framework also reads <c>1</c>, <c>0x7f.1</c> and <c>010.0.0.1</c> as addresses, none of which means what it says.</summary>
    public static bool TryParse(string text, out AddressNumber number)
    {
        number = default;
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return TryParseDotted(text, out number);
        }

        var zone = text.IndexOf('%', StringComparison.Ordinal);
        if (zone >= 0)
        {
            if (!IsZone(text[(zone + 1)..]))
            {
                return false;
            }

            text = text[..zone];
        }

        // Brackets and ports are spellings of URLs.
        if (text.Any(letter => !char.IsAsciiHexDigit(letter) && letter is not (':' or '.')) || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        number = Of(address);
        return true;
    }

    public IPAddress ToAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(Bits == 32 ? bytes[12..] : bytes);
    }

    public override string ToString() => ToAddress().ToString();

    private static bool TryParseDotted(string text, out AddressNumber number)
    {
        number = default;
        var parts = text.Split('.');
        uint value = 0;
        foreach (var part in parts)
        {
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet) || (part.Length > 1 && part[0] == '0'))
            {
                return false;
            }

            value = (value << 8) | octet;
        }

        number = new AddressNumber(32, value);
        return parts.Length == 4;
    }

    private static bool IsZone(string zone) =>
        zone.Length is > 0 and <= LongestZone && zone.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');
}
