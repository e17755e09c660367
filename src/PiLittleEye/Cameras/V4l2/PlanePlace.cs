using PiLittleEye.Imaging;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>Where one plane of a picture lies.</summary>
/// <param name="Memory">In which of the buffer's pieces of memory.</param>
/// <param name="Offset">Bytes before it in there.</param>
/// <param name="Stride">Bytes from row to row.</param>
/// <param name="Length">Bytes of a row that mean something.</param>
/// <param name="Count">Rows.</param>
internal readonly record struct PlanePlace(int Memory, int Offset, int Stride, int Length, int Count)
{
    /// <summary>Bytes up to where a next plane begins.</summary>
    public int Room => Stride * Count;

    /// <summary>Where the last byte lies that must be there; padding behind it may be missing.</summary>
    public int End => Offset + PixelRows.RoomFor(Stride, Length, Count);
}
