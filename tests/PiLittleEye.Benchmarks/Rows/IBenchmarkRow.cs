using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>One bar: a goal, and how to find out whether it is reached.</summary>
internal interface IBenchmarkRow
{
    /// <summary>As <c>--only</c> names it.</summary>
    string Name { get; }

    string Unit { get; }

    string Goal { get; }

    Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation);
}
