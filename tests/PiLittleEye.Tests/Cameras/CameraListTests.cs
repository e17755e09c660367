using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraListTests : IDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public void A_camera_is_found_by_its_exact_id()
    {
        var cameras = new CameraList([_rig.Camera]);

        Assert.True(cameras.TryGet("bench", out var camera));
        Assert.Same(_rig.Camera, camera);
        Assert.False(cameras.TryGet("Bench", out _));
        Assert.False(cameras.TryGet("", out _));
    }

    public void Dispose() => _rig.Dispose();
}
