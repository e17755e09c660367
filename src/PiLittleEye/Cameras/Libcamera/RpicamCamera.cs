using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>A camera in the list of <c>rpicam-vid --list-cameras</c>.</summary>
/// <param name="Index">What <c>--camera</c> takes.</param>
/// <param name="Model">Of the sensor, as <c>imx708</c>.</param>
/// <param name="Id">libcamera's name for it, a path in the device tree.</param>
/// <param name="Sensor">Its full size.</param>
internal sealed record RpicamCamera(int Index, string Model, string Id, Resolution Sensor, IReadOnlyList<RpicamMode> Modes)
{
    // The Pi 5 has its cameras behind the RP1 on PCI Express.
    private const string BehindRp1 = "/base/axi/pcie";

    public bool IsOnPi5 => Id.StartsWith(BehindRp1, StringComparison.Ordinal);
}
