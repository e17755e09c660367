using PiLittleEye.Benchmarks.Rows;

namespace PiLittleEye.Benchmarks;

/// <summary>How figures are printed, each as soon as it is known.</summary>
internal interface IReport
{
    void List(IBenchmarkRow row);

    void Begin();

    void Add(IBenchmarkRow row, Figure figure);
}
