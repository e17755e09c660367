namespace PiLittleEye.Cameras;

/// <summary>What kind of computer this is, and how it is supplied.</summary>
internal static class Board
{
    // The device tree's model, as "Raspberry Pi 4 Model B Rev 1.4"; a PC has none.
    private const string ModelFile = "/proc/device-tree/model";

    // The firmware's sensor of under-voltage (drivers/hwmon/raspberrypi-hwmon.c).
    private const string Sensors = "/sys/class/hwmon";
    private const string VoltageSensor = "rpi_volt";

    public static bool IsRaspberryPi => Model.Contains("Raspberry Pi", StringComparison.OrdinalIgnoreCase);

    /// <summary>The board reports that its supply voltage is too low right now.</summary>
    public static bool IsUnderVoltage =>
        Directory.Exists(Sensors)
        && Directory
            .EnumerateDirectories(Sensors)
            .Any(sensor => Read($"{sensor}/name") == VoltageSensor && Read($"{sensor}/in0_lcrit_alarm") == "1");

    private static string Model => Read(ModelFile);

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file).Trim('\0', '\n', ' ') : string.Empty;
}
