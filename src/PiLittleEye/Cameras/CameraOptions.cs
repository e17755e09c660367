namespace PiLittleEye.Cameras;

/// <summary>One camera as the installer describes it.</summary>
internal sealed class CameraOptions
{
    /// <summary>In URLs: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="CameraSources.Words"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Which of several: a path for v4l2, an index or a name for libcamera and mmal. Null: the first.</summary>
    public string? Device { get; init; }
}
