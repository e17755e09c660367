using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class ChildAnswerTests
{
    [Fact]
    public void What_it_says_on_both_channels_is_the_answer() =>
        Assert.Equal("outerr", ChildAnswer.Of("sh", "-c", "printf out; printf err >&2"));

    [Fact]
    public void A_program_that_is_not_there_gives_none() => Assert.Null(ChildAnswer.Of("no-such-program-at-all"));

    [Fact]
    public void A_flood_is_cut()
    {
        var answer = ChildAnswer.Of("sh", "-c", "head -c 60000 /dev/zero | tr '\\0' x");
        Assert.Equal(60000, answer?.Length);
    }
}
