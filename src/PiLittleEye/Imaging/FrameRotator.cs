using System.Runtime.InteropServices;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>Turns and mirrors a planar picture into another buffer.</summary>
internal static class FrameRotator
{
    /// <param name="source">The picture as captured.</param>
    /// <param name="destination">Of the size that <see cref="PictureTurn.Apply"/> gives; must not overlap the source.</param>
    /// <param name="turn">What to do.</param>
    public static void Turn(I420Picture source, I420Picture destination, PictureTurn turn)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Size, turn.Apply(source.Size));
        var (width, height) = source.Size;
        TurnPlane(source.Y, destination.Y, width, height, turn);
        TurnPlane(source.U, destination.U, width / 2, height / 2, turn);
        TurnPlane(source.V, destination.V, width / 2, height / 2, turn);
    }

    private static void TurnPlane(ReadOnlySpan<byte> source, Span<byte> destination, int width, int height, PictureTurn turn)
    {
        // The loops below work with references; this is the one check that keeps them inside.
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Length, width * height);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, width * height);
        if (turn.IsTransposing)
        {
            PlaneTransposer.Transpose(
                ref MemoryMarshal.GetReference(source),
                ref MemoryMarshal.GetReference(destination),
                width,
                height,
                turn.ReadsBottomUp,
                turn.WritesBottomUp
            );
            return;
        }

        for (var row = 0; row < height; row++)
        {
            var from = source.Slice((turn.ReversesRows ? height - 1 - row : row) * width, width);
            var to = destination.Slice(row * width, width);
            if (turn.ReversesColumns)
            {
                RowReverser.Reverse(from, to);
            }
            else
            {
                from.CopyTo(to);
            }
        }
    }
}
