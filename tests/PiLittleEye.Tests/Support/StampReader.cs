using PiLittleEye.Frames;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Reads a stamp back from the luma of a decoded picture. Place, size and shape of every character are known; so for each
/// cell it asks which character makes the pixels most likely. A pixel that a character covers has its luma, give or take
/// what the JPEG did to it; a pixel that it leaves free can have any. That way a colon is not mistaken for the part of an
/// eight that it resembles, nor a busy background for a character.
/// </summary>
internal static class StampReader
{
    public const string Moments = "0123456789-: ";

    // Quality 50 moves a pixel at the edge of a letter by some 25; more than that is rather another character.
    private const double Deviation = 28;

    // Some pixels are off by more than any such bell allows.
    private const double Strays = 0.1;
    private const double Anything = 1 / 256.0;

    // A chequered background can look a little like a colon. Pixels of a real one are likelier than chance by more than this.
    private const double Doubt = 0.2;

    /// <summary>The visible characters of a stamp drawn with a text of <paramref name="length"/> characters.</summary>
    public static string Read(
        ReadOnlySpan<byte> luma,
        Resolution picture,
        StampSize size,
        StampCorner corner,
        int length,
        string characters = Moments
    )
    {
        var layout = StampLayout.Fit(picture, size, corner, length);
        var atlas = new GlyphAtlas(layout.CellHeight);
        var text = new char[layout.Visible];
        for (var i = 0; i < text.Length; i++)
        {
            var cell = luma[((layout.Y * picture.Width) + layout.X + (i * atlas.CellWidth))..];
            var (best, bestLikelihood) = ('?', double.NegativeInfinity);
            foreach (var character in characters)
            {
                var likelihood = LogLikelihood(cell, picture.Width, atlas[(byte)character], atlas.CellWidth);
                (best, bestLikelihood) = likelihood > bestLikelihood ? (character, likelihood) : (best, bestLikelihood);
            }

            text[i] = best;
        }

        return new string(text);
    }

    // Relative to "anything can be here", so that what a character leaves free counts nothing.
    private static double LogLikelihood(ReadOnlySpan<byte> cell, int stride, Glyph glyph, int width)
    {
        var sum = 0.0;
        for (var i = 0; i < glyph.Alpha.Length; i++)
        {
            if (glyph.Alpha[i] > 0)
            {
                var (y, x) = Math.DivRem(i, width);
                sum +=
                    Math.Log((Strays * Anything) + ((1 - Strays) * Likelihood(cell[(y * stride) + x], glyph.Luma[i], glyph.Alpha[i])))
                    - Math.Log(Anything)
                    - Doubt;
            }
        }

        return sum;
    }

    // Where a character hides only a part, the rest of the background adds anything from nothing to all that is left.
    private static double Likelihood(int seen, int own, int alpha)
    {
        var left = 255 - alpha;
        var off = Math.Max(0, Math.Max(own - seen, seen - own - left)) / Deviation;
        return Math.Exp(-off * off / 2) / (left + (Deviation * Math.Sqrt(2 * Math.PI)));
    }
}
