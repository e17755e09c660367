using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>
/// Burns one line of text into a corner of every frame. The work is done when something changed (the clock, once a second);
/// for all other frames it is one blend. Belongs to one capture thread.
/// </summary>
internal sealed class Stamp
{
    // A name and a moment have some 60; of a longer text the end is shown, where the time stands.
    public const int MostCharacters = 128;

    private readonly TextStrip _strip = new();
    private readonly byte[] _codes = new byte[MostCharacters * Latin1Text.MostCodes];
    private readonly byte[] _shownCodes = new byte[MostCharacters * Latin1Text.MostCodes];
    private GlyphAtlas? _atlas;
    private StampLayout _layout;
    private (Resolution Picture, StampSize Size, StampCorner Corner, int Length) _fitted;

    /// <summary>Draws the text; of a text too long for the picture, the end.</summary>
    public void Draw(I420Picture picture, ReadOnlySpan<char> text, StampSize size, StampCorner corner)
    {
        var end = text[Math.Max(0, text.Length - MostCharacters)..];
        var codes = _codes.AsSpan(0, Latin1Text.Encode(end, _codes));
        if (codes.IsEmpty)
        {
            return;
        }

        var wanted = (picture.Size, size, corner, codes.Length);
        if (wanted != _fitted || !codes.SequenceEqual(_shownCodes.AsSpan(0, codes.Length)))
        {
            _layout = StampLayout.Fit(picture.Size, size, corner, codes.Length);
            Compose(codes[^_layout.Visible..]);
            codes.CopyTo(_shownCodes);
            _fitted = wanted;
        }

        _strip.DrawOn(picture, _layout.X, _layout.Y);
    }

    private void Compose(ReadOnlySpan<byte> visible)
    {
        if (_atlas?.CellHeight != _layout.CellHeight)
        {
            _atlas = new GlyphAtlas(_layout.CellHeight);
        }

        _strip.Compose(_atlas, visible);
    }
}
