using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>
/// One line of text, composed when it changes and laid over every frame in between. Composing again into the same
/// room allocates nothing, laying over never does.
/// </summary>
internal sealed class TextStrip
{
    private const byte NeutralChroma = 128;

    private readonly BlendLayer _luma = new();
    private readonly BlendLayer _chroma = new();

    /// <summary>Width of the text in pixels, without the padding.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Puts the glyphs of these Latin-1 codes side by side.</summary>
    public void Compose(GlyphAtlas atlas, ReadOnlySpan<byte> codes)
    {
        Width = codes.Length * atlas.CellWidth;
        Height = atlas.CellHeight;
        _luma.Clear(Width, Height);
        for (var i = 0; i < codes.Length; i++)
        {
            Place(atlas[codes[i]], i * atlas.CellWidth, atlas.CellWidth);
        }

        ComposeChroma();
    }

    /// <summary>Lays the text over the picture, its left upper corner at even coordinates; what falls outside is left away.</summary>
    public void DrawOn(I420Picture picture, int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x & 1, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(y & 1, 0);
        _luma.DrawOn(picture.Y, picture.Size.Width, x, y);
        _chroma.DrawOn(picture.U, picture.Size.Width / 2, x / 2, y / 2);
        _chroma.DrawOn(picture.V, picture.Size.Width / 2, x / 2, y / 2);
    }

    private void Place(Glyph glyph, int x, int width)
    {
        for (var y = 0; y < Height; y++)
        {
            glyph.Alpha.AsSpan(y * width, width).CopyTo(_luma.AlphaRow(y)[x..]);
            glyph.Luma.AsSpan(y * width, width).CopyTo(_luma.OwnRow(y)[x..]);
        }
    }

    // The text has no colour of its own; without this the colours below would shine through the white.
    private void ComposeChroma()
    {
        _chroma.Clear(_luma.Stride / 2, Height / 2);
        for (var y = 0; y < _chroma.Height; y++)
        {
            var upper = _luma.AlphaRow(2 * y);
            var lower = _luma.AlphaRow((2 * y) + 1);
            var alpha = _chroma.AlphaRow(y);
            var own = _chroma.OwnRow(y);
            for (var x = 0; x < _luma.Stride / 2; x++)
            {
                var sum = upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1];
                var mean = (sum + 2) / 4;
                alpha[x] = (byte)mean;
                own[x] = (byte)(((mean * NeutralChroma) + 127) / 255);
            }
        }
    }
}
