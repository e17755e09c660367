using System.Buffers.Binary;

namespace PiLittleEye.Imaging;

/// <summary>Walks from marker to marker of a JPEG (ITU-T T.81 annex B), past the coded pixels, never outside the bytes it was given.</summary>
internal ref struct JpegMarkers
{
    public const byte StartOfImage = 0xd8;
    public const byte EndOfImage = 0xd9;
    public const byte StartOfScan = 0xda;
    public const byte HuffmanTables = 0xc4;

    private const byte Prefix = 0xff;
    private const byte Stuffing = 0x00;
    private const byte Temporary = 0x01;
    private const byte FirstRestart = 0xd0;
    private const byte LastRestart = 0xd7;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _next;

    public JpegMarkers(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;

        // Without a start marker there is nothing to walk over.
        _next = bytes.StartsWith([Prefix, StartOfImage]) ? 2 : bytes.Length;
    }

    public byte Marker { get; private set; }

    /// <summary>Where the marker begins.</summary>
    public int Start { get; private set; }

    /// <summary>What the marker's segment holds, its length left out.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <returns>False at the end of the bytes, which is too early unless the marker before was the end of the image, and at nonsense.</returns>
    public bool MoveNext()
    {
        // A marker may be preceded by any number of fill bytes.
        var rest = _bytes[_next..];
        var fill = rest.IndexOfAnyExcept(Prefix);
        if (fill < 1)
        {
            return false;
        }

        Start = _next + fill - 1;
        Marker = rest[fill];
        Content = [];
        _next = Start + 2;
        return Marker switch
        {
            EndOfImage => true,
            Stuffing or Temporary or StartOfImage or (>= FirstRestart and <= LastRestart) => false,
            _ => TryReadContent(),
        };
    }

    private bool TryReadContent()
    {
        var rest = _bytes[_next..];
        if (!BinaryPrimitives.TryReadUInt16BigEndian(rest, out var length) || length < 2 || length > rest.Length)
        {
            return false;
        }

        Content = rest[2..length];
        _next += length;
        if (Marker == StartOfScan)
        {
            _next += LengthOfScan(_bytes[_next..]);
        }

        return true;
    }

    // Among the coded pixels a prefix is followed by a zero, or it begins a restart marker. Anything else ends them.
    private static int LengthOfScan(ReadOnlySpan<byte> coded)
    {
        var at = 0;
        while (true)
        {
            var prefix = coded[at..].IndexOf(Prefix);
            if (prefix < 0 || at + prefix + 1 == coded.Length)
            {
                return coded.Length;
            }

            at += prefix;
            if (coded[at + 1] is Stuffing or (>= FirstRestart and <= LastRestart))
            {
                at += 2;
                continue;
            }

            return at;
        }
    }
}
