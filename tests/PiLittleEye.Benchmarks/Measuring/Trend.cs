namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>A straight line through samples, by least squares: whether something grows in spite of its ups and downs.</summary>
internal sealed class Trend
{
    private readonly List<(double Moment, double Value)> _samples = [];

    public double Mean => _samples.Average(sample => sample.Value);

    /// <summary>Growth for each unit of time.</summary>
    public double Slope
    {
        get
        {
            var (middle, mean) = (_samples.Average(sample => sample.Moment), Mean);
            var spread = _samples.Sum(sample => (sample.Moment - middle) * (sample.Moment - middle));
            return _samples.Sum(sample => (sample.Moment - middle) * (sample.Value - mean)) / spread;
        }
    }

    public void Add(double moment, double value) => _samples.Add((moment, value));
}
