using System.Runtime.InteropServices;

namespace PiLittleEye.Benchmarks.Measuring;

/// <summary>Clocks of processor time. Wall time on a machine with neighbours measures the neighbours.</summary>
internal static partial class Clocks
{
    // bits/time.h
    private const int ThreadCpuClock = 3;

    /// <summary>Of the calling thread.</summary>
    public static TimeSpan ThreadCpu => Read(ThreadCpuClock);

    /// <summary>Of all threads of a process, to the nanosecond; /proc only knows hundredths of a second.</summary>
    public static TimeSpan ProcessCpu(int processId) =>
        clock_getcpuclockid(processId, out var clock) == 0
            ? Read(clock)
            : throw new InvalidOperationException($"There is no process {processId}.");

    private static TimeSpan Read(int clock)
    {
        _ = clock_gettime(clock, out var moment);
        return TimeSpan.FromSeconds(moment.Seconds) + TimeSpan.FromMicroseconds(moment.Nanoseconds / 1000.0);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int clock_gettime(int clock, out Moment moment);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int clock_getcpuclockid(int process, out int clock);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
