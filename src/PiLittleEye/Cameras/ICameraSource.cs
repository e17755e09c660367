namespace PiLittleEye.Cameras;

/// <summary>A kind of camera on one device. It never retries: it works until it fails, and its worker decides about trying again.</summary>
internal interface ICameraSource
{
    /// <summary>For logs and people, as <c>v4l2 /dev/video0</c>.</summary>
    string Name { get; }

    /// <summary>Asks the device what it is and can do. May take a second (a child process, a slow bus); never starts capturing.</summary>
    /// <exception cref="CameraUnavailableException">There is nothing to ask, with the reason.</exception>
    CameraDescription Describe();

    /// <summary>
    /// Starts capturing in the mode nearest to the one wanted. Called, read and disposed on one dedicated thread,
    /// so that a child that must die with its parent thread is bound to the right one.
    /// </summary>
    /// <exception cref="CameraUnavailableException">The device cannot be started, with the reason.</exception>
    ICapture Open(CaptureMode wanted);
}
