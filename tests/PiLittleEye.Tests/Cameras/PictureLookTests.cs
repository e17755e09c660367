using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class PictureLookTests : IDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public void It_is_the_same_until_the_owner_changes_something()
    {
        var look = new PictureLook(_rig.Camera, TimeZoneInfo.Utc);
        var before = look.Current;
        Assert.Same(before, look.Current);

        _rig.Change(settings => settings with { Quality = 33 });

        Assert.Equal(33, look.Current.Quality);
        Assert.Same(look.Current, look.Current);
    }

    public void Dispose() => _rig.Dispose();
}
