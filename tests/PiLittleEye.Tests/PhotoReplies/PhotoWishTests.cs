using PiLittleEye.PhotoReplies;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoWishTests
{
    private static readonly (string, string)[] s_cameras = [("front", "Printer"), ("back", "Printer two"), ("c", "?")];

    [Theory]
    [InlineData("123456", "Photo", null)]
    [InlineData("front 123456", "Photo", "front")]
    [InlineData("123456 BACK, please", "Photo", "back")]
    [InlineData("printer two 123456", "Photo", "back")]
    [InlineData("the printer, 123456", "Photo", "front")]
    [InlineData("frontier 123456", "Photo", null)]
    [InlineData("123456 rotate back", "Rotated", "back")]
    [InlineData("Status 123456", "Status", null)]
    [InlineData("clip\n123456", "Clip", null)]
    [InlineData("rotated statuses 123456", "Photo", null)]
    public void The_words_say_what_is_wanted(string beside, string kind, string? camera)
    {
        var wish = PhotoWish.Read(beside, s_cameras);
        Assert.Equal(kind, wish.Kind.ToString());
        Assert.Equal(camera, wish.CameraId);
    }
}
