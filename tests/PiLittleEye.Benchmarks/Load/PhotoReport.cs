namespace PiLittleEye.Benchmarks.Load;

/// <summary>What <c>limits/photos.c</c> found, in milliseconds and seconds of processor.</summary>
internal sealed record PhotoReport(long Photos, double P50, double P99, double Slowest, double Cpu);
