using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class FrameRhythmTests
{
    private static readonly TimeSpan s_torn = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_whole = TimeSpan.FromMilliseconds(5);

    [Fact]
    public void Ten_torn_frames_in_a_row_are_another_size()
    {
        var rhythm = new FrameRhythm(framesPerSecond: 15);
        Assert.All(Enumerable.Range(0, 9), _ => Assert.True(rhythm.Accepts(s_torn)));
        Assert.False(rhythm.Accepts(s_torn));
    }

    [Fact]
    public void A_whole_frame_in_between_is_a_busy_machine()
    {
        var rhythm = new FrameRhythm(framesPerSecond: 15);
        for (var i = 0; i < 50; i++)
        {
            Assert.True(rhythm.Accepts(i % 9 == 0 ? s_whole : s_torn));
        }
    }
}
