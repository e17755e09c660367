namespace PiLittleEye.Cameras;

/// <summary>What kind of computer this is.</summary>
internal static class Board
{
    // The device tree's model, as "Raspberry Pi 4 Model B Rev 1.4"; a PC has none.
    private const string ModelFile = "/proc/device-tree/model";

    public static bool IsRaspberryPi =>
        File.Exists(ModelFile) && File.ReadAllText(ModelFile).Contains("Raspberry Pi", StringComparison.OrdinalIgnoreCase);
}
