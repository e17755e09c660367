namespace PiLittleEye.Cameras;

/// <summary>The words for sources that a settings file may use.</summary>
internal static class CameraSources
{
    public const string Auto = "auto";
    public const string TestPattern = "test-pattern";
    public const string V4l2 = "v4l2";
    public const string Libcamera = "libcamera";
    public const string Mmal = "mmal";

    public static IReadOnlyList<string> Words { get; } = [Auto, TestPattern, V4l2, Libcamera, Mmal];
}
