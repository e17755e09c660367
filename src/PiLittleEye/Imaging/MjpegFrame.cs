using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>
/// Where a JPEG from a camera ends and what it lacks. Cameras pad their frames, cut them short when the bus is full, and leave out
/// the Huffman tables, without which browsers show nothing. The pixels themselves are not looked at.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MjpegFrame
{
    private const int Nowhere = -1;

    private readonly int _tablesMissingAt;

    private MjpegFrame(Resolution size, int length, int tablesMissingAt)
    {
        Size = size;
        Length = length;
        _tablesMissingAt = tablesMissingAt;
    }

    /// <summary>As the JPEG says, usable or not.</summary>
    public Resolution Size { get; }

    /// <summary>Bytes up to and with the end marker; what follows is padding.</summary>
    public int Length { get; }

    /// <summary>Bytes that <see cref="CopyTo"/> writes.</summary>
    public int CompleteLength => Length + (_tablesMissingAt == Nowhere ? 0 : StandardHuffmanTables.Segment.Length);

    /// <returns>False for everything but one JPEG from start to end marker, of the kinds that libjpeg and browsers read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out MjpegFrame frame)
    {
        frame = default;
        var (size, isProgressive, hasTables, scanAt) = (default(Resolution), false, false, Nowhere);
        var markers = new JpegMarkers(bytes);
        while (markers.MoveNext())
        {
            switch (markers.Marker)
            {
                case JpegMarkers.HuffmanTables:
                    hasTables = true;
                    break;

                // Baseline, extended and progressive.
                case 0xc0
                or 0xc1
                or 0xc2:
                    isProgressive = markers.Marker == 0xc2;
                    if (size != default || !TryReadSize(markers.Content, out size))
                    {
                        return false;
                    }

                    break;

                // Lossless, hierarchical and arithmetic coding.
                case > 0xc2
                and <= 0xcf:
                    return false;
                case JpegMarkers.StartOfScan when scanAt == Nowhere:
                    scanAt = markers.Start;
                    break;
                case JpegMarkers.EndOfImage:
                    // The standard tables are those of baseline coding; a progressive picture always has its own.
                    if (scanAt == Nowhere || size == default || (isProgressive && !hasTables))
                    {
                        return false;
                    }

                    frame = new MjpegFrame(size, markers.Start + 2, hasTables ? Nowhere : scanAt);
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The frame without padding and with Huffman tables.</summary>
    /// <param name="bytes">The same that were read.</param>
    /// <param name="destination">At least <see cref="CompleteLength"/>.</param>
    public void CopyTo(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        if (_tablesMissingAt == Nowhere)
        {
            bytes[..Length].CopyTo(destination);
            return;
        }

        var tables = StandardHuffmanTables.Segment;
        bytes[.._tablesMissingAt].CopyTo(destination);
        tables.CopyTo(destination[_tablesMissingAt..]);
        bytes[_tablesMissingAt..Length].CopyTo(destination[(_tablesMissingAt + tables.Length)..]);
    }

    // Precision, height, width, number of components; three bytes for each component are not of interest.
    private static bool TryReadSize(ReadOnlySpan<byte> content, out Resolution size)
    {
        size = default;
        if (content.Length < 6 || content[0] != 8)
        {
            return false;
        }

        size = new Resolution(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]));
        return size is { Width: > 0, Height: > 0 };
    }
}
