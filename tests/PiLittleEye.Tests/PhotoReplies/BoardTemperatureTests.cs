using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class BoardTemperatureTests
{
    [Theory]
    [InlineData("51540\n", 51.54)]
    [InlineData("-3000", -3.0)]
    [InlineData("", null)]
    [InlineData("warm", null)]
    public void It_is_read_in_thousandths(string text, double? degrees)
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(degrees, new BoardTemperature(directory.Write("temp", text)).Read());
    }

    [Fact]
    public void Without_a_sensor_there_is_none() => Assert.Null(new BoardTemperature("/nowhere/temp").Read());
}
