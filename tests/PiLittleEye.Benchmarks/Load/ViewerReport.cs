namespace PiLittleEye.Benchmarks.Load;

/// <summary>What <c>limits/viewers.c</c> found; it says there what each figure means. Milliseconds, frames a second, seconds of processor.</summary>
internal sealed record ViewerReport(
    long Bytes,
    long Frames,
    double Seconds,
    double Cpu,
    double Slowest,
    double Mean,
    double P50,
    double P99,
    double Oldest,
    double Gap,
    double SlowRate,
    double SlowP50,
    double SlowOldest,
    int Gone,
    int Cut,
    double FirstCut,
    double LastCut
)
{
    /// <summary>Seconds of the server's processor for a gigabyte that viewers got.</summary>
    public double CpuPerGigabyte => Cpu / (Bytes / 1e9);
}
