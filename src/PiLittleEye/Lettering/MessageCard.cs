using System.Drawing;
using System.Numerics;
using System.Text;
using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>
/// A whole picture that says why there is no picture: a drawing, a title, and below it what that means and what to do.
/// Made for being drawn once a second at most; it takes some milliseconds and allocates. One thread at a time.
/// </summary>
internal sealed class MessageCard
{
    // More would not be read from a picture, and the time to draw it stays bounded.
    public const int MostTitle = 80;
    public const int MostExplanation = 600;

    private readonly StrokePainter _painter = new();
    private readonly List<StrokeSegment> _pieces = [];

    /// <summary>Draws over all of the picture. A line feed in the explanation begins a new paragraph.</summary>
    public void Draw(I420Picture picture, string title, string explanation, CardTone tone)
    {
        picture.Y.Fill(CardColour.Ground.Y);
        picture.U.Fill(CardColour.Ground.U);
        picture.V.Fill(CardColour.Ground.V);

        var words = explanation[..Math.Min(explanation.Length, MostExplanation)];
        var paragraphs = words.Split('\n').Select(paragraph => Drawable(paragraph, MostExplanation));
        var layout = CardLayout.Fit(picture.Size, Drawable(title, MostTitle), [.. paragraphs]);
        var top = (picture.Size.Height - layout.Height) / 2;
        DrawIcon(picture, CardIcon.Of(tone), layout.IconSize, top);
        top += layout.IconSize + layout.IconGap;
        foreach (var line in layout.Title)
        {
            DrawLine(picture, line, layout.TitleGrid, top, CardColour.Text);
            top += layout.TitleGrid.CellHeight;
        }

        top += layout.TitleGap;
        foreach (var line in layout.Body)
        {
            DrawLine(picture, line, layout.BodyGrid, top, CardColour.DimText);
            top += layout.BodyLineHeight;
        }
    }

    private static string Drawable(string text, int most)
    {
        var codes = new byte[most];
        return Encoding.Latin1.GetString(codes, 0, Latin1Text.Encode(text, codes));
    }

    private void DrawIcon(I420Picture picture, CardIcon icon, int size, int top)
    {
        if (size == 0)
        {
            return;
        }

        var left = (picture.Size.Width - size) / 2;
        var area = new Rectangle(left, top, size, size);
        var place = new CardIcon.Placement(new Vector2(left, top), size);
        var radius = CardIcon.PenRadiusUnits * place.Scale;
        _pieces.Clear();
        StrokePath.Trace(icon.Drawing, place, _pieces);
        _painter.Paint(picture, _pieces, area, radius, icon.Colour);

        _pieces.Clear();
        StrokePath.Trace(icon.Strike, place, _pieces);
        _painter.Paint(picture, _pieces, area, radius + (CardIcon.StrikeGapUnits * place.Scale), CardColour.Ground);
        _painter.Paint(picture, _pieces, area, radius, icon.Colour);
    }

    private void DrawLine(I420Picture picture, string line, GlyphGrid grid, int top, CardColour colour)
    {
        var left = (picture.Size.Width - (line.Length * grid.TightWidth) + grid.TightWidth - grid.CellWidth) / 2;
        foreach (var character in line)
        {
            var code = (byte)character;
            _pieces.Clear();
            StrokeFont.Trace(code, grid with { Origin = new Vector2(left, top) }, _pieces);
            var cell = new Rectangle(left, top, grid.CellWidth, grid.CellHeight);
            _painter.Paint(picture, _pieces, cell, StrokeFont.PenRadius(code, grid), colour);
            left += grid.TightWidth;
        }
    }
}
