using System.Drawing;
using System.Numerics;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class DistanceFieldTests
{
    private static readonly List<StrokeSegment> Stroke =
    [
        new(new Vector2(3, 5), new Vector2(12, 9)),
        new(new Vector2(12, 9), new Vector2(12, 2)),
    ];

    [Fact]
    public void Coverage_is_that_of_a_round_pen()
    {
        var field = new DistanceField();
        field.Measure(new Rectangle(0, 0, 20, 14), Stroke, reach: 2);

        for (var y = 0; y < 14; y++)
        {
            for (var x = 0; x < 20; x++)
            {
                var distance = Stroke.Min(piece => MathF.Sqrt(piece.DistanceSquared(new Vector2(x + 0.5f, y + 0.5f))));
                Assert.Equal(Math.Clamp(2.5f - distance, 0, 1), field.Coverage(x, y, 2), 0.001f);
            }
        }
    }

    [Fact]
    public void An_area_elsewhere_gives_the_same_pixels()
    {
        var whole = new DistanceField();
        var part = new DistanceField();
        whole.Measure(new Rectangle(0, 0, 20, 14), Stroke, reach: 3);
        part.Measure(new Rectangle(7, 4, 6, 5), Stroke, reach: 3);

        for (var y = 4; y < 9; y++)
        {
            for (var x = 7; x < 13; x++)
            {
                Assert.Equal(whole.Coverage(x, y, 1.5f), part.Coverage(x, y, 1.5f));
            }
        }
    }

    [Fact]
    public void Nothing_of_the_last_measure_remains()
    {
        var field = new DistanceField();
        field.Measure(new Rectangle(0, 0, 20, 14), Stroke, reach: 2);
        field.Measure(new Rectangle(0, 0, 20, 14), [], reach: 2);

        Assert.Equal(0, field.Coverage(12, 5, 2));
    }
}
