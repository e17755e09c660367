using PiLittleEye.Cameras;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Cameras;

public sealed class SettingWordsTests
{
    [Fact]
    public void Words_are_in_lower_case_with_hyphens()
    {
        Assert.Equal(["top-left", "top-right", "bottom-left", "bottom-right"], SettingWords.All<StampCorner>());
        Assert.Equal(["idle", "starting", "live", "unavailable"], SettingWords.All<CameraState>());
    }

    [Fact]
    public void Every_word_is_read_back()
    {
        foreach (var corner in Enum.GetValues<StampCorner>())
        {
            Assert.True(SettingWords.TryParse<StampCorner>(SettingWords.Of(corner), out var read));
            Assert.Equal(corner, read);
        }
    }

    [Fact]
    public void Upper_case_is_read_too() => Assert.True(SettingWords.TryParse<StampCorner>("Top-LEFT", out _));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("topleft")]
    [InlineData("TopLeft")]
    [InlineData(" top-left")]
    [InlineData("top-left,top-right")]
    public void Nothing_else_is_a_word(string word) => Assert.False(SettingWords.TryParse<StampCorner>(word, out _));
}
