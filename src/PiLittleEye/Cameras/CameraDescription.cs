namespace PiLittleEye.Cameras;

/// <summary>What a source can say about its device without capturing.</summary>
/// <param name="Source">The word of the settings file: <c>v4l2</c>, <c>libcamera</c>, …</param>
/// <param name="Device">What to write as <c>Device</c> to mean exactly this one.</param>
/// <param name="Model">As the device calls itself.</param>
/// <param name="Sizes">Largest first. A size not in the list is taken to the nearest one unless <paramref name="AnySize"/>.</param>
/// <param name="AnySize">The device scales to any even size up to the first of the list.</param>
internal sealed record CameraDescription(string Source, string Device, string Model, IReadOnlyList<CaptureSize> Sizes, bool AnySize);
