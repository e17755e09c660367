using System.Globalization;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>What this machine has to do besides. An emulated guest shares its processors, and a bar is meant for one that has them.</summary>
internal static class Machine
{
    /// <summary>A bar as it stands where nothing else runs, and longer in the measure in which others want the processors too.</summary>
    public static TimeSpan Allows(double seconds) => TimeSpan.FromSeconds(seconds * Crowding);

    // Processes that want to run, of the last minute, for each processor.
    private static double Crowding
    {
        get
        {
            var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
            return Math.Max(1, double.Parse(load, CultureInfo.InvariantCulture) / Environment.ProcessorCount);
        }
    }
}
