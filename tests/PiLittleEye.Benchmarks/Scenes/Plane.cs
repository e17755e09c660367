namespace PiLittleEye.Benchmarks.Scenes;

/// <summary>One channel of a scene, larger than the picture so that the camera can move over it.</summary>
internal sealed class Plane(int width, int height)
{
    private const int CoarsestCell = 512;
    private const int FinestCell = 2;

    private readonly float[] _values = new float[width * height];

    public int Width { get; } = width;

    public int Height { get; } = height;

    public Span<float> Row(int y) => _values.AsSpan(y * Width, Width);

    /// <summary>
    /// Fills it with noise as nature makes it: the coarser the structure, the stronger. Photographs fall off with about 1/f^1.5,
    /// which makes each octave √2 times as strong as the next finer one.
    /// </summary>
    public void FillNatural(Dice dice, float mean, float deviation)
    {
        for (var cell = CoarsestCell; cell >= FinestCell; cell /= 2)
        {
            AddOctave(dice, cell, MathF.Sqrt(cell));
        }

        var middle = _values.Average();
        var spread = MathF.Sqrt(_values.Average(value => (value - middle) * (value - middle)));
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = mean + ((_values[i] - middle) / spread * deviation);
        }
    }

    private void AddOctave(Dice dice, int cell, float strength)
    {
        var columns = (Width / cell) + 2;
        var lattice = new float[columns * ((Height / cell) + 2)];
        foreach (ref var knot in lattice.AsSpan())
        {
            knot = dice.NextEven() * strength;
        }

        for (var y = 0; y < Height; y++)
        {
            var upper = lattice.AsSpan(y / cell * columns, columns);
            var lower = lattice.AsSpan(((y / cell) + 1) * columns, columns);
            var down = (y % cell) / (float)cell;
            var row = Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var column = x / cell;
                var along = (x % cell) / (float)cell;
                var left = upper[column] + ((lower[column] - upper[column]) * down);
                var right = upper[column + 1] + ((lower[column + 1] - upper[column + 1]) * down);
                row[x] += left + ((right - left) * along);
            }
        }
    }
}
