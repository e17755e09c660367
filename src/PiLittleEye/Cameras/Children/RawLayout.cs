using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Children;

/// <summary>How a child lays out one frame in its pipe: planes one after the other, rows and planes possibly padded.</summary>
/// <param name="Size">Of the picture.</param>
/// <param name="Stride">Bytes from one row of luma to the next. A chroma row has half of it in I420, all of it in NV12.</param>
/// <param name="Rows">Rows of luma, padding included. A chroma plane has half of them.</param>
/// <param name="IsSemiPlanar">NV12: both colours in turn in one plane. Else I420.</param>
internal sealed record RawLayout(Resolution Size, int Stride, int Rows, bool IsSemiPlanar)
{
    public int FrameLength => Stride * Rows * 3 / 2;

    /// <summary>The pipe carries exactly what an I420 picture is in memory: it can be read straight into one.</summary>
    public bool IsPacked => !IsSemiPlanar && Stride == Size.Width && Rows == Size.Height;

    public static RawLayout Packed(Resolution size) => new(size, size.Width, size.Height, IsSemiPlanar: false);

    /// <summary>The next multiple of a power of two.</summary>
    public static int Align(int value, int multiple) => (value + multiple - 1) & ~(multiple - 1);
}
