using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>The camera cannot deliver right now. Show the reason, wait, try again.</summary>
internal sealed class CameraUnavailableException(CameraFault fault, string? detail = null, Exception? inner = null)
    : Exception(detail is null ? fault.ToString() : $"{fault}: {detail}", inner)
{
    public CameraFault Fault { get; } = fault;

    public NoPicture Reason { get; } = CameraFaultTexts.Explain(fault, detail);
}
