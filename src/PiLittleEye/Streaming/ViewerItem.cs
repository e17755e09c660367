namespace PiLittleEye.Streaming;

/// <summary>One open stream, as <c>GET /api/v1/viewers</c> tells of it.</summary>
internal sealed record ViewerItem(
    long Id,
    string Name,
    string Kind,
    string Camera,
    string? Address,
    DateTimeOffset Since,
    double FramesPerSecond
);
