using System.Globalization;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>Values of several rounds: the median counts, the ends tell how quiet it was.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => Sorted()[_values.Count / 2];

    public void Add(double value) => _values.Add(value);

    public override string ToString()
    {
        var sorted = Sorted();
        return string.Create(CultureInfo.InvariantCulture, $"{Median:0.000} [{sorted[0]:0.000}-{sorted[^1]:0.000}]");
    }

    private double[] Sorted() => [.. _values.Order()];
}
