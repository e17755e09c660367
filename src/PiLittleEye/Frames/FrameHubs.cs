using System.Diagnostics.CodeAnalysis;

namespace PiLittleEye.Frames;

/// <summary>The hubs of all cameras in the order of the settings file; the first one is what a URL without a camera means.</summary>
internal sealed class FrameHubs(IReadOnlyList<FrameHub> inOrder)
{
    public IReadOnlyList<FrameHub> InOrder { get; } = inOrder;

    public FrameHub First => InOrder[0];

    public bool TryGet(string cameraId, [NotNullWhen(true)] out FrameHub? hub)
    {
        hub = InOrder.FirstOrDefault(candidate => string.Equals(candidate.CameraId, cameraId, StringComparison.Ordinal));
        return hub is not null;
    }
}
