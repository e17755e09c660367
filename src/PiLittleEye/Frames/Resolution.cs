using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PiLittleEye.Frames;

/// <summary>Width and height of a picture in pixels, written <c>1280x720</c>.</summary>
internal readonly record struct Resolution(int Width, int Height)
{
    // Below 64 the 16x16 transposes and a readable stamp do not fit; 8192 is more than any Pi camera mode (Arducam 64 MP bins to 4624).
    public const int Smallest = 64;
    public const int Largest = 8192;

    /// <summary>Both sides even (I420 halves them for chroma) and within <see cref="Smallest"/> and <see cref="Largest"/>.</summary>
    public bool IsUsable =>
        Width is >= Smallest and <= Largest && Height is >= Smallest and <= Largest && (Width & 1) == 0 && (Height & 1) == 0;

    public int Pixels => Width * Height;

    /// <summary>Bytes of one picture in I420: a full luma plane and two chroma planes of a quarter each.</summary>
    public int I420Length => Pixels + (Pixels / 2);

    public Resolution Transposed => new(Height, Width);

    /// <summary>Reads <c>1280x720</c>; says no to everything else, signs, blanks, leading zeros and overflows included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Resolution size)
    {
        size = default;
        if (text is null)
        {
            return false;
        }

        var cross = text.IndexOf('x', StringComparison.OrdinalIgnoreCase);
        if (cross <= 0 || !TryParseSide(text.AsSpan(0, cross), out var width) || !TryParseSide(text.AsSpan(cross + 1), out var height))
        {
            return false;
        }

        size = new Resolution(width, height);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    // The framework's parser forgives NULs at the end; the first test refuses those.
    private static bool TryParseSide(ReadOnlySpan<char> text, out int side)
    {
        side = 0;
        return !text.ContainsAnyExceptInRange('0', '9')
            && !text.StartsWith('0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side);
    }
}
