using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>Where a stamp of so many characters stands in a picture, and how large. Pure, so that whoever reads the stamp back can ask too.</summary>
internal readonly record struct StampLayout(int CellHeight, int X, int Y, int Visible)
{
    // Cells for each shorter side. A digit is 0.6 of a cell: medium gives 20 pixels of digit at 720 lines, which a phone
    // held upright, showing the wide picture at a third of its size, still shows 6 CSS pixels high.
    private const int SmallCells = 30;
    private const int MediumCells = 20;
    private const int LargeCells = 13;

    // Smaller is only taken when the text would not fit otherwise.
    private const int ComfortableCell = 14;

    /// <summary>
    /// The wanted size, smaller if the text would not fit into the width; if it does not even fit with the smallest,
    /// only its last <see cref="Visible"/> characters are shown, because the time stands last.
    /// </summary>
    public static StampLayout Fit(Resolution picture, StampSize size, StampCorner corner, int length)
    {
        var wanted = Math.Max(ComfortableCell, Math.Min(picture.Width, picture.Height) / CellsOf(size));
        var grid = new GlyphGrid(wanted);
        while (grid.CellHeight > GlyphGrid.LowestCell && length * grid.CellWidth > Room(picture, grid))
        {
            grid = new GlyphGrid(grid.CellHeight - 2);
        }

        var margin = Margin(grid);
        var visible = Math.Min(length, Room(picture, grid) / grid.CellWidth);
        var isRight = corner is StampCorner.TopRight or StampCorner.BottomRight;
        var isBottom = corner is StampCorner.BottomLeft or StampCorner.BottomRight;
        return new StampLayout(
            grid.CellHeight,
            isRight ? Even(picture.Width - margin - (visible * grid.CellWidth)) : margin,
            isBottom ? Even(picture.Height - margin - grid.CellHeight) : margin,
            visible
        );
    }

    private static int CellsOf(StampSize size) =>
        size switch
        {
            StampSize.Small => SmallCells,
            StampSize.Medium => MediumCells,
            _ => LargeCells,
        };

    private static int Room(Resolution picture, GlyphGrid grid) => picture.Width - (2 * Margin(grid));

    // The cell has air of its own around the letters; with a quarter more the distance to the edge looks like half a line.
    private static int Margin(GlyphGrid grid) => Even(grid.CellHeight / 4);

    private static int Even(int pixels) => pixels & ~1;
}
