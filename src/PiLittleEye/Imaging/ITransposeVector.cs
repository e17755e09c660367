namespace PiLittleEye.Imaging;

/// <summary>
/// Registers of one width, as transposing needs them: each sixteen bytes of a register belong to another block of sixteen rows, and
/// interleaving keeps them apart. A type and not a delegate, so that it is compiled into the loop.
/// </summary>
internal interface ITransposeVector<TVector>
    where TVector : struct
{
    /// <summary>How many rows one column of registers holds: sixteen for each sixteen bytes of width.</summary>
    static abstract int Rows { get; }

    /// <summary>Sixteen bytes of a row, of the sixteenth row after it, and so on.</summary>
    static abstract TVector Load(ref byte row, nint stride);

    /// <summary>Interleaves the lower halves, sixteen bytes by sixteen bytes.</summary>
    static abstract TVector Low(TVector left, TVector right);

    /// <summary>Interleaves the upper halves.</summary>
    static abstract TVector High(TVector left, TVector right);

    static abstract void Store(TVector vector, ref byte to);
}
