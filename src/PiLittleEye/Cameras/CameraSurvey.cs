using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>What one kind of source finds on this machine: devices, or the reason why there are none.</summary>
internal sealed record CameraSurvey(string Source, IReadOnlyList<CameraDescription> Devices, NoPicture? Reason);
