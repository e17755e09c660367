using System.Diagnostics.CodeAnalysis;

namespace PiLittleEye.Cameras;

/// <summary>All cameras, in the order of the settings file.</summary>
internal sealed class CameraList(IReadOnlyList<Camera> inOrder)
{
    public IReadOnlyList<Camera> InOrder { get; } = inOrder;

    public bool TryGet(string id, [NotNullWhen(true)] out Camera? camera)
    {
        camera = InOrder.FirstOrDefault(candidate => candidate.Id == id);
        return camera is not null;
    }
}
