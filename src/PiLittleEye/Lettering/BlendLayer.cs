using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PiLittleEye.Lettering;

/// <summary>
/// What is laid over one plane of a picture: for every pixel how much it hides (0 to 255) and its own value already
/// multiplied by that. Rows are padded to whole vectors with pixels that hide nothing.
/// </summary>
internal sealed class BlendLayer
{
    private byte[] _alpha = [];
    private byte[] _own = [];

    public int Stride { get; private set; }

    public int Height { get; private set; }

    public Span<byte> AlphaRow(int y) => _alpha.AsSpan(y * Stride, Stride);

    public Span<byte> OwnRow(int y) => _own.AsSpan(y * Stride, Stride);

    /// <summary>Makes it empty and at least this wide; the buffers only ever grow.</summary>
    public void Clear(int width, int height)
    {
        Stride = (width + Vector128<byte>.Count - 1) & -Vector128<byte>.Count;
        Height = height;
        var length = Stride * Height;
        if (_alpha.Length < length)
        {
            _alpha = new byte[length];
            _own = new byte[length];
            return;
        }

        _alpha.AsSpan(0, length).Clear();
        _own.AsSpan(0, length).Clear();
    }

    /// <summary>Lays it over a plane with its left upper corner at any place; what would fall outside is left away.</summary>
    public void DrawOn(Span<byte> plane, int planeWidth, int x, int y)
    {
        var left = Math.Max(0, -x);
        var width = Math.Min(Stride, planeWidth - x) - left;
        var bottom = Math.Min(Height, (plane.Length / planeWidth) - y);
        if (width <= 0)
        {
            return;
        }

        for (var row = Math.Max(0, -y); row < bottom; row++)
        {
            var target = plane.Slice(((y + row) * planeWidth) + x + left, width);
            Blend(target, AlphaRow(row).Slice(left, width), OwnRow(row).Slice(left, width));
        }
    }

    /// <summary>below × (255 − alpha) / 255, rounded to the nearest, + own; never above 255, because own is never above alpha.</summary>
    private static void Blend(Span<byte> target, ReadOnlySpan<byte> alpha, ReadOnlySpan<byte> own)
    {
        ref var below = ref MemoryMarshal.GetReference(target);
        ref var hides = ref MemoryMarshal.GetReference(alpha);
        ref var adds = ref MemoryMarshal.GetReference(own);
        var x = 0;
        for (; x <= target.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            var at = (nuint)x;
            var hidden = Vector128.LoadUnsafe(ref hides, at);
            // A third of a line of digits is the air above and below.
            if (hidden == Vector128<byte>.Zero)
            {
                continue;
            }

            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref below, at));
            var (lowShows, highShows) = Vector128.Widen(~hidden);
            var shown = Vector128.NarrowWithSaturation(DivideBy255(low * lowShows), DivideBy255(high * highShows));
            (shown + Vector128.LoadUnsafe(ref adds, at)).StoreUnsafe(ref below, at);
        }

        // Only where the picture's edge cuts the strip.
        for (; x < target.Length; x++)
        {
            var product = (target[x] * (255 - alpha[x])) + 128;
            target[x] = (byte)(((product + (product >> 8)) >> 8) + own[x]);
        }
    }

    // Exact for every product of two bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> DivideBy255(Vector128<ushort> product)
    {
        var rounded = product + Vector128.Create((ushort)128);
        return (rounded + (rounded >>> 8)) >>> 8;
    }
}
