namespace PiLittleEye.Cameras;

/// <summary>A camera in <c>GET /api/v1/cameras</c>.</summary>
internal sealed record CameraListItem(string Id, string Name, string Source, string State, string? Reason);
