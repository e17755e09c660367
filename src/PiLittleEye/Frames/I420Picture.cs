namespace PiLittleEye.Frames;

/// <summary>
/// A picture as three planes in somebody else's memory, rows without padding: luma <c>Width x Height</c>,
/// then U and V of half the width and height each. BT.601; libturbojpeg takes it as full range.
/// </summary>
internal readonly ref struct I420Picture
{
    public I420Picture(Span<byte> memory, Resolution size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memory.Length, size.I420Length);
        var quarter = size.Pixels / 4;
        Size = size;
        Y = memory[..size.Pixels];
        U = memory.Slice(size.Pixels, quarter);
        V = memory.Slice(size.Pixels + quarter, quarter);
    }

    public Resolution Size { get; }

    public Span<byte> Y { get; }

    public Span<byte> U { get; }

    public Span<byte> V { get; }

    /// <summary>Copies all three planes into a picture of the same size.</summary>
    public void CopyTo(I420Picture destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Size, Size);
        Y.CopyTo(destination.Y);
        U.CopyTo(destination.U);
        V.CopyTo(destination.V);
    }
}
