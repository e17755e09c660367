namespace PiLittleEye.Cameras;

/// <summary>Body of <c>GET /api/v1/cameras/{id}/status</c>.</summary>
/// <param name="State">idle, starting, live or unavailable.</param>
/// <param name="Reason">Code of the fault, as no-device; null while all is well.</param>
/// <param name="Explanation">What it means, and with <paramref name="Remedy"/> what to do.</param>
/// <param name="Viewers">Open streams.</param>
/// <param name="FpsCaptured">Frames a second that the device delivers.</param>
/// <param name="FpsEncoded">Frames a second that are compressed, once for all viewers.</param>
/// <param name="Encodes">Frames compressed since the service started.</param>
/// <param name="Now">The clock of this machine: a viewer's own may be wrong, and the age of a picture must not be.</param>
/// <param name="Width">In force: what the device agreed to, before rotation; null while it is off.</param>
internal sealed record CameraStatusResponse(
    string Id,
    string Name,
    string Source,
    string State,
    DateTimeOffset Since,
    DateTimeOffset Now,
    string? Reason,
    string? Title,
    string? Explanation,
    string? Remedy,
    int Viewers,
    double FpsCaptured,
    double FpsEncoded,
    long Encodes,
    int? Width,
    int? Height,
    double? FramesPerSecond
)
{
    public static CameraStatusResponse Of(Camera camera, DateTimeOffset now)
    {
        var status = camera.Status;
        var reason = status.State == CameraState.Unavailable ? status.Reason : null;
        var mode = status.Mode;
        return new CameraStatusResponse(
            camera.Id,
            camera.Name,
            camera.Source.Name,
            SettingWords.Of(status.State),
            status.Since,
            now,
            reason?.Code,
            reason?.Title,
            reason?.Explanation,
            reason?.Remedy,
            camera.Hub.StreamCount,
            status.Captured.PerSecond,
            status.Encoded.PerSecond,
            status.Encoded.Total,
            mode?.Size.Width,
            mode?.Size.Height,
            mode?.FramesPerSecond
        );
    }
}
