namespace PiLittleEye.Benchmarks.Scenes;

/// <summary>A still life: natural noise for surfaces, discs and boxes with hard edges and fine stripes for things.</summary>
internal sealed class Scene
{
    private const int Things = 40;

    private readonly Dice _dice = new(1);

    public Scene(int width, int height)
    {
        (Y, U, V) = (new Plane(width, height), new Plane(width / 2, height / 2), new Plane(width / 2, height / 2));
        Y.FillNatural(_dice, 128, 45);
        U.FillNatural(_dice, 128, 18);
        V.FillNatural(_dice, 128, 18);
        for (var thing = 0; thing < Things; thing++)
        {
            Put(thing);
        }
    }

    public Plane Y { get; }

    public Plane U { get; }

    public Plane V { get; }

    private void Put(int thing)
    {
        var (left, top) = (_dice.Next(0, Y.Width), _dice.Next(0, Y.Height));
        var radius = _dice.Next(Y.Height / 40, Y.Height / 6);
        var brightness = _dice.Next(30, 220);
        var isDisc = thing % 2 == 1;
        for (var y = Math.Max(0, top - radius); y < Math.Min(Y.Height, top + radius); y++)
        {
            var row = Y.Row(y);
            for (var x = Math.Max(0, left - radius); x < Math.Min(Y.Width, left + radius); x++)
            {
                var (across, down) = (x - left, y - top);
                if (isDisc ? (across * across) + (down * down) < radius * radius : Math.Abs(down) < radius / 2)
                {
                    row[x] = brightness + (0.15f * (row[x] - 128)) + (thing % 5 * MathF.Sin((x / 3f) + (y / 5f)));
                }
            }
        }
    }
}
