using PiLittleEye.Cameras;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Cameras;

public sealed class SettingsDifferenceTests
{
    [Fact]
    public void What_changed_is_told_from_what_to_what()
    {
        var before = CameraSettings.Default;
        var after = before with { Rotation = 90, Stamp = before.Stamp with { Size = StampSize.Large, Zone = "Europe/Berlin" } };
        Assert.Equal(
            "rotation from 0 to 90, stamp.size from medium to large, stamp.zone from none to Europe/Berlin",
            SettingsDifference.Of(before, after)
        );
    }

    [Fact]
    public void What_stays_is_not_told() => Assert.Empty(SettingsDifference.Of(CameraSettings.Default, CameraSettings.Default));
}
