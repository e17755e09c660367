using System.Globalization;
using System.Net;

namespace PiLittleEye.AccessLists;

/// <summary>From one address to another, both included, of IPv4 or of IPv6. Two spellings of one range are equal.</summary>
internal sealed record AddressRange
{
    private readonly AddressNumber _first;
    private readonly UInt128 _last;

    private AddressRange(AddressNumber first, UInt128 last) => (_first, _last) = (first, last);

    /// <summary>As a network, where it is one: a power of two of addresses that begins at a multiple of itself.</summary>
    public IPNetwork? Network => PrefixLength is { } prefix ? new IPNetwork(_first.ToAddress(), prefix) : null;

    /// <summary>32 for IPv4, 128 for IPv6.</summary>
    public int Bits => _first.Bits;

    // Null when the range is no network.
    private int? PrefixLength
    {
        get
        {
            var free = _first.Value ^ _last;
            var isNetwork = (free & (free + 1)) == 0 && (_first.Value & free) == 0;
            return isNetwork ? Bits - (int)UInt128.PopCount(free) : null;
        }
    }

    /// <param name="first">The first of them.</param>
    /// <param name="last">Of the same world, and not below the first.</param>
    public static AddressRange Between(AddressNumber first, AddressNumber last) => new(first, last.Value);

    /// <param name="address">One address of it; the rest of its bits does not count.</param>
    /// <param name="prefixLength">Of 0 to 32, or of 0 to 128.</param>
    public static AddressRange Around(AddressNumber address, int prefixLength)
    {
        // A shift by the whole width would shift by nothing.
        var free = prefixLength == address.Bits ? UInt128.Zero : UInt128.MaxValue >> (128 - address.Bits + prefixLength);
        return new AddressRange(address with { Value = address.Value & ~free }, address.Value | free);
    }

    /// <exception cref="FormatException">With the sentence that says what is wrong and what to write.</exception>
    public static AddressRange Parse(string text) =>
        AddressRangeText.Read(text, out var range) is { } problem ? throw new FormatException(problem) : range!;

    public bool Contains(IPAddress address)
    {
        var number = AddressNumber.Of(address);
        return number.Bits == Bits && number.Value >= _first.Value && number.Value <= _last;
    }

    /// <summary>Whether all of another range lies in this one.</summary>
    public bool Contains(AddressRange other) => other.Bits == Bits && other._first.Value >= _first.Value && other._last <= _last;

    /// <summary>A single address, a network in CIDR, or first-last: whatever is shortest.</summary>
    public override string ToString() =>
        PrefixLength is not { } prefix ? $"{_first}-{_first with { Value = _last }}"
        : prefix == Bits ? _first.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{_first}/{prefix}");
}
