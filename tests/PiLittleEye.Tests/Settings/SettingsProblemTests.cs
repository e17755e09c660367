using PiLittleEye.Settings;

namespace PiLittleEye.Tests.Settings;

public sealed class SettingsProblemTests
{
    [Fact]
    public void It_says_key_value_and_remedy() =>
        Assert.Equal(
            "Https:Port is \"none\"; use a whole number from 0 to 65535.",
            new SettingsProblem("Https:Port", "none", "use a whole number from 0 to 65535").ToString()
        );

    [Fact]
    public void A_value_that_is_not_there_is_missing() =>
        Assert.Equal("--settings is missing; name a file.", new SettingsProblem("--settings", Value: null, "name a file").ToString());
}
