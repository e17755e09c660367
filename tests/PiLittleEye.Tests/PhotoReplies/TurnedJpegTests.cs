using PiLittleEye.PhotoReplies;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class TurnedJpegTests
{
    [Fact]
    public void The_pixels_stay_and_a_mark_says_that_they_are_turned()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 1, 2, 3];
        var turned = TurnedJpeg.By90(jpeg);
        Assert.Equal(jpeg[..2], turned[..2]);
        Assert.Equal(jpeg[2..], turned[^7..]);
        // The segment says how long it is, from its length on.
        var segment = turned[2..^7];
        Assert.Equal([0xFF, 0xE1], segment[..2]);
        Assert.Equal(segment.Length - 2, (segment[2] << 8) | segment[3]);
        Assert.Equal("Exif\0\0MM"u8, segment.AsSpan(4, 8));
        // Orientation, one SHORT: 6.
        Assert.Equal([0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06], segment[20..30]);
    }
}
