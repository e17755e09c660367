namespace PiLittleEye.Cameras;

/// <summary>What one kind of source finds on this machine: devices, or the obstacle to finding any.</summary>
internal sealed record CameraSurvey(string Source, IReadOnlyList<CameraDescription> Devices, CameraUnavailableException? Obstacle)
{
    /// <summary>Nothing is connected, or nothing is installed that could be asked; else there is a camera and something in its way.</summary>
    public bool IsAbsent => Obstacle?.Fault is CameraFault.NoDevice or CameraFault.StackMissing;
}
