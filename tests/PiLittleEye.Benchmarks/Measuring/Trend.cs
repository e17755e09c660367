namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>A straight line through samples, by least squares: whether something grows in spite of its ups and downs.</summary>
internal sealed class Trend
{
    private readonly List<(double Moment, double Value)> _samples = [];

    public double Mean => _samples.Average(sample => sample.Value);

    /// <summary>Growth for each unit of time.</summary>
    public double Slope => SlopeOf(_samples);

    /// <summary>Of the later half alone: what only fills its pools has ended by then, what leaks goes on.</summary>
    public double LateSlope => SlopeOf(_samples[(_samples.Count / 2)..]);

    public void Add(double moment, double value) => _samples.Add((moment, value));

    private static double SlopeOf(List<(double Moment, double Value)> samples)
    {
        var (middle, mean) = (samples.Average(sample => sample.Moment), samples.Average(sample => sample.Value));
        var spread = samples.Sum(sample => (sample.Moment - middle) * (sample.Moment - middle));
        return samples.Sum(sample => (sample.Moment - middle) * (sample.Value - mean)) / spread;
    }
}
