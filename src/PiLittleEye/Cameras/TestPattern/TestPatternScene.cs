using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>
/// A 3D printer at work: the nozzle sweeps, a vase grows layer by layer and starts over. Everything is drawn once at the start; a frame is
/// four copies and a drop of molten plastic.
/// </summary>
internal sealed class TestPatternScene
{
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_print = TimeSpan.FromMinutes(2);

    // Begun, so that whoever looks for the first time sees at once what it is.
    private const double ShareAtStart = 0.55;

    private static readonly SceneColour s_molten = SceneColour.Of(0xFFC890);

    private readonly Resolution _size;
    private readonly float _unit;
    private readonly byte[] _backdrop;
    private readonly byte[] _finished;
    private readonly SceneSprite _rail;
    private readonly SceneSprite _carriage;

    public TestPatternScene(Resolution size)
    {
        _size = size;
        _unit = size.Height / 100f;
        _backdrop = new byte[size.I420Length];
        PrinterBackdrop.Draw(new I420Picture(_backdrop, size));
        _finished = [.. _backdrop];
        PrintedVase.Draw(new I420Picture(_finished, size));
        _rail = PrinterHead.Rail(_unit);
        _carriage = PrinterHead.Carriage(_unit);
    }

    public void Draw(I420Picture picture, TimeSpan elapsed)
    {
        var share = (float)(((elapsed / s_print) + ShareAtStart) % 1);
        var layer = (int)(share * PrintedVase.Layers) + 1;
        var printed = (float)layer / PrintedVase.Layers;
        var height = PrintedVase.Height * printed;
        var middle = _size.Width / _unit / 2;
        var halfWidth = PrintedVase.HalfWidthAt(printed);
        var tipX = middle - (halfWidth * (float)Math.Cos(elapsed / s_sweep * 2 * Math.PI));
        var tipY = PrinterBackdrop.BedTop - height;

        new I420Picture(_backdrop, _size).CopyTo(picture);
        CopyRows(picture, tipY, PrinterBackdrop.BedTop + 1.5f, middle - 26, middle + 26);
        _rail.CopyTo(picture, Pixels(middle - PrinterBackdrop.HalfInside - 6), Pixels(tipY - PrinterHead.RailAboveTip));
        _carriage.CopyTo(picture, Pixels(tipX - PrinterHead.TipX), Pixels(tipY - PrinterHead.TipY));
        Fill(picture, tipX - 1.2f, tipY, 2.4f, 0.9f, s_molten);
    }

    private int Pixels(float units) => (int)(units * _unit);

    private void CopyRows(I420Picture picture, float top, float bottom, float left, float right)
    {
        var finished = new I420Picture(_finished, _size);
        var (x, width, last) = (Column(left), Column(right) - Column(left), Row(bottom));
        for (var row = Row(top); row < last; row++)
        {
            Copy(finished.Y, picture.Y, (row * _size.Width) + x, width);
        }

        for (var row = Row(top) / 2; row < last / 2; row++)
        {
            Copy(finished.U, picture.U, (row * (_size.Width / 2)) + (x / 2), width / 2);
            Copy(finished.V, picture.V, (row * (_size.Width / 2)) + (x / 2), width / 2);
        }
    }

    private static void Copy(Span<byte> from, Span<byte> to, int at, int length) => from.Slice(at, length).CopyTo(to[at..]);

    private void Fill(I420Picture picture, float x, float y, float width, float height, SceneColour colour)
    {
        var (left, right, bottom) = (Column(x), Column(x + width), Math.Max(Row(y + height), Row(y) + 2));
        for (var row = Row(y); row < bottom; row++)
        {
            picture.Y[((row * _size.Width) + left)..((row * _size.Width) + right)].Fill((byte)colour.Y);
        }

        for (var row = Row(y) / 2; row < bottom / 2; row++)
        {
            var start = row * (_size.Width / 2);
            picture.U[(start + (left / 2))..(start + (right / 2))].Fill((byte)colour.U);
            picture.V[(start + (left / 2))..(start + (right / 2))].Fill((byte)colour.V);
        }
    }

    // Even, so that colour planes have the same edges; what lies outside the picture is cut off.
    private int Column(float units) => Math.Clamp(Pixels(units), 0, _size.Width) & ~1;

    private int Row(float units) => Math.Clamp(Pixels(units), 0, _size.Height - 2) & ~1;
}
