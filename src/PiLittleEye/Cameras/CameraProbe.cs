namespace PiLittleEye.Cameras;

/// <summary>
/// Asks the device what it is and offers, while it is not capturing: at the start, when it is unknown, and now and then while it is
/// missing. So the page, the monitors and the settings know of a missing camera before anybody looks.
/// </summary>
internal sealed class CameraProbe(Camera camera)
{
    /// <summary>Notes the answer in the camera's status: idle and known, or unavailable with the reason.</summary>
    public async Task AskAsync()
    {
        try
        {
            await AskAgainAsync();
            camera.Status.Becomes(CameraState.Idle);
        }
        catch (CameraUnavailableException fault)
        {
            camera.Status.Becomes(CameraState.Unavailable, reason: fault.Reason);
        }
    }

    /// <exception cref="CameraUnavailableException">It does not answer.</exception>
    public Task AskAgainIfUnknownAsync() => camera.Status.Description is null ? AskAgainAsync() : Task.CompletedTask;

    /// <summary>After a fault that may mean that another device comes back, what was known is no longer.</summary>
    public void Forget(CameraFault fault)
    {
        if (fault is CameraFault.NoDevice or CameraFault.StackMissing or CameraFault.WrongMode or CameraFault.Unplugged)
        {
            camera.Status.Description = null;
        }
    }

    // May start a child process and wait for it: not on a thread that serves requests.
    private async Task AskAgainAsync() => camera.Status.Description = await Task.Run(camera.Source.Describe);
}
