namespace PiLittleEye.Cameras.Children;

/// <summary>Which program to start, how it will send frames, and how to read what it says when it fails.</summary>
/// <param name="Program">Looked for in PATH.</param>
/// <param name="Arguments">Each as it is; no shell.</param>
/// <param name="Layout">Of a frame in the pipe.</param>
/// <param name="Mode">What was asked of it.</param>
/// <param name="Diagnose">From its words on standard error to a fault, or null when they tell nothing.</param>
internal sealed record ChildPlan(
    string Program,
    IReadOnlyList<string> Arguments,
    RawLayout Layout,
    CaptureMode Mode,
    Func<string, CameraFault?> Diagnose
);
