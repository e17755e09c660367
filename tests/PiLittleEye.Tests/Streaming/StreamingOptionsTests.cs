using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class StreamingOptionsTests
{
    [Fact]
    public void What_is_said_is_meant()
    {
        var options = Installer.Says(
            StreamingOptions.Section,
            StreamingOptions.Read,
            "--Streaming:MostViewers=3",
            "--Streaming:StalledSeconds=7"
        );
        Assert.Equal((3, 7), (options.MostViewers, options.StalledSeconds));
    }

    [Fact]
    public void Every_mistake_is_told_with_its_remedy()
    {
        var heard = Installer.Hears(
            StreamingOptions.Section,
            StreamingOptions.Read,
            "--Streaming:MostViewers=0",
            "--Streaming:StalledSeconds=4",
            "--Streaming:MaxViewers=9"
        );
        Assert.Equal(
            [
                "Streaming:MostViewers is \"0\"; use a whole number from 1 to 1000.",
                "Streaming:StalledSeconds is \"4\"; use a whole number from 5 to 300.",
                "Streaming:MaxViewers is \"9\"; remove it, or use one of MostViewers, StalledSeconds.",
            ],
            heard
        );
    }
}
