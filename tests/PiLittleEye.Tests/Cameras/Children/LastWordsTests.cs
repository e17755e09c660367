using System.Text;
using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class LastWordsTests
{
    [Fact]
    public void Short_talk_is_kept_whole() => Assert.Equal("one\ntwo\n", Hear("one\ntwo\n").Text);

    [Fact]
    public void Of_long_talk_the_beginning_and_the_end_are_kept()
    {
        var words = Hear("first words\n" + new string('x', 1_000_000) + "\nlast words\n");
        Assert.StartsWith("first words\n", words.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nlast words\n", words.Text, StringComparison.Ordinal);
        Assert.InRange(words.Text.Length, 8000, 9000);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("ERROR: *** no cameras available ***\n", "ERROR: *** no cameras available")]
    [InlineData("trouble\n[1:27:04.22] [18863]  INFO RPI vc4.cpp:615 Sensor: fine\n", "trouble")]
    [InlineData("[1:27:04.22] [18863]  INFO Camera camera.cpp:1215 configuring streams\n", "")]
    public void The_last_complaint_is_no_chatter(string said, string complaint) => Assert.Equal(complaint, Hear(said).LastComplaint);

    private static LastWords Hear(string said)
    {
        var words = new LastWords(new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(said))));
        words.WaitForEnd(TimeSpan.FromSeconds(5));
        return words;
    }
}
