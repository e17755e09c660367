using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>How large the parts of a card are, and where its lines break, so that all of it fits into the picture. Pure.</summary>
internal sealed record CardLayout(
    int IconSize,
    GlyphGrid TitleGrid,
    IReadOnlyList<string> Title,
    GlyphGrid BodyGrid,
    IReadOnlyList<string> Body
)
{
    // Parts of the picture's size, which is the side of a square of the same area; chosen by eye at 1280x720 and 720x1280.
    private const float TitlePart = 1 / 12f;
    private const float BodyPart = 1 / 24f;
    private const float IconPart = 1 / 5.5f;
    private const float MarginPart = 1 / 20f;

    // Of a picture longer than 2:1 the shorter side decides, or the title would break within its words.
    private const float MostSideForShorter = 1.41f;

    // Below this share of its size a card reads better without its drawing.
    private const float LeastScaleWithIcon = 0.6f;
    private const float LeastTitleScale = 0.7f;
    private const float ScaleStep = 0.94f;
    private const int ComfortableCell = 14;

    public int IconGap => IconSize == 0 ? 0 : TitleGrid.CellHeight / 4;

    public int TitleGap => TitleGrid.CellHeight / 3;

    public int BodyLineHeight => BodyGrid.CellHeight + (BodyGrid.CellHeight / 6);

    public int Height => IconSize + IconGap + (Title.Count * TitleGrid.CellHeight) + TitleGap + (Body.Count * BodyLineHeight);

    /// <summary>As large as fits; then without the drawing; at last, in a tiny picture, without the last lines.</summary>
    public static CardLayout Fit(Resolution picture, string title, IReadOnlyList<string> paragraphs)
    {
        var side = MathF.Min(MathF.Sqrt(picture.Pixels), MostSideForShorter * Math.Min(picture.Width, picture.Height));
        var room = new Resolution((int)(picture.Width - (2 * MarginPart * side)), (int)(picture.Height - (2 * MarginPart * side)));
        for (var scale = 1f; scale >= LeastScaleWithIcon; scale *= ScaleStep)
        {
            var layout = At(side * scale, room, title, paragraphs, withIcon: true);
            if (layout.Height <= room.Height)
            {
                return layout;
            }
        }

        for (var scale = 1f; ; scale *= ScaleStep)
        {
            var layout = At(side * scale, room, title, paragraphs, withIcon: false);
            if (layout.Height <= room.Height)
            {
                return layout;
            }

            if (layout.TitleGrid.CellHeight == GlyphGrid.LowestCell)
            {
                return layout.Cut(room.Height);
            }
        }
    }

    private static CardLayout At(float side, Resolution room, string title, IReadOnlyList<string> paragraphs, bool withIcon)
    {
        var titleGrid = TitleGridFor((int)(side * TitlePart), room.Width, title.Length);
        var bodyGrid = new GlyphGrid(Math.Max((int)(side * BodyPart), Math.Min(ComfortableCell, (int)(side * TitlePart))));
        return new CardLayout(
            withIcon ? (int)(side * IconPart) : 0,
            titleGrid,
            WordWrap.Balance(title, room.Width / titleGrid.TightWidth),
            bodyGrid,
            [.. paragraphs.SelectMany(paragraph => WordWrap.Balance(paragraph, room.Width / bodyGrid.TightWidth))]
        );
    }

    /// <summary>The wanted size, or what puts the title on one line if that is not much smaller.</summary>
    private static GlyphGrid TitleGridFor(int cellHeight, int width, int characters)
    {
        var wanted = new GlyphGrid(cellHeight);
        var grid = wanted;
        while (characters * grid.TightWidth > width)
        {
            if (grid.CellHeight <= wanted.CellHeight * LeastTitleScale || grid.CellHeight == GlyphGrid.LowestCell)
            {
                return wanted;
            }

            grid = new GlyphGrid(grid.CellHeight - 2);
        }

        return grid;
    }

    private CardLayout Cut(int height)
    {
        var title = Title.Take(Math.Max(1, (height - TitleGap) / TitleGrid.CellHeight)).ToList();
        var left = height - TitleGap - (title.Count * TitleGrid.CellHeight);
        return this with { Title = title, Body = [.. Body.Take(Math.Max(0, left / BodyLineHeight))] };
    }
}
