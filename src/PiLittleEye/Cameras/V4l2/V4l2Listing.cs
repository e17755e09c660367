namespace PiLittleEye.Cameras.V4l2;

/// <summary>A capture device that was found.</summary>
/// <param name="Node">As /dev/video0; another after a restart, perhaps.</param>
/// <param name="Device">What to write into the settings to mean this one for good.</param>
/// <param name="Model">As it calls itself; empty when it could not be asked.</param>
/// <param name="Obstacle">Why it could not be asked; null for one that can be used.</param>
internal sealed record V4l2Listing(string Node, string Device, string Model, CameraUnavailableException? Obstacle);
