namespace PiLittleEye.Imaging;

/// <summary>Rows of bytes in somebody else's memory, with or without padding between them. Checked once, so that the loops need not.</summary>
internal readonly ref struct PixelRows
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _stride;

    /// <param name="bytes">At least up to the end of the last row; padding behind that need not be there.</param>
    /// <param name="stride">Bytes from the start of one row to the start of the next.</param>
    /// <param name="length">Bytes of a row that mean something.</param>
    /// <param name="count">Rows.</param>
    public PixelRows(ReadOnlySpan<byte> bytes, int stride, int length, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, length);
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, RoomFor(stride, length, count));
        _bytes = bytes;
        _stride = stride;
        Length = length;
        Count = count;
    }

    public int Length { get; }

    public int Count { get; }

    /// <summary>All rows as one piece; only where there is no padding.</summary>
    public ReadOnlySpan<byte> Whole => _bytes[..(Length * Count)];

    public bool IsWhole => _stride == Length;

    /// <summary>Bytes from the first of the first row to the last of the last one.</summary>
    public static int RoomFor(int stride, int length, int count) => checked((stride * (count - 1)) + length);

    public ReadOnlySpan<byte> Row(int row) => _bytes.Slice(row * _stride, Length);
}
