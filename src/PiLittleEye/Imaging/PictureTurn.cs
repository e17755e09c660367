using System.Runtime.InteropServices;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>
/// How a picture is turned: first clockwise, then mirrored as the viewer sees it. All sixteen combinations come down to a
/// transposition or none, and two mirrorings.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PictureTurn(Rotation Rotation, bool FlipHorizontal, bool FlipVertical)
{
    /// <summary>Rows become columns; width and height change places.</summary>
    public bool IsTransposing => Rotation is Rotation.Quarter or Rotation.ThreeQuarters;

    /// <summary>Nothing to do.</summary>
    public bool IsNone => !IsTransposing && !ReversesRows && !ReversesColumns;

    // Without transposition: mirror the order of rows, of columns. A half turn is both.
    public bool ReversesRows => Rotation == Rotation.Half ^ FlipVertical;

    public bool ReversesColumns => Rotation == Rotation.Half ^ FlipHorizontal;

    // With transposition: read the source from the bottom row up, write the destination from the bottom row up.
    public bool ReadsBottomUp => Rotation == Rotation.Quarter ^ FlipHorizontal;

    public bool WritesBottomUp => Rotation == Rotation.ThreeQuarters ^ FlipVertical;

    public Resolution Apply(Resolution size) => IsTransposing ? size.Transposed : size;
}
