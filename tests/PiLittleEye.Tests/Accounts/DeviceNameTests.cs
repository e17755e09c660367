using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15", "Safari on Mac")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Lavf/60.16.100", "ffmpeg")]
    [InlineData("", "Unknown device")]
    [InlineData("<script>", "Unknown device")]
    public void People_recognise_their_devices(string userAgent, string name) => Assert.Equal(name, DeviceName.Of(userAgent));

    [Fact]
    public void Nothing_of_what_was_sent_gets_into_the_name()
    {
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty).ToArbitrary(),
                text => DeviceName.Of(text + "\n<b>").Length < 40 && !DeviceName.Of(text + "\n<b>").Contains('<', StringComparison.Ordinal)
            )
            .QuickCheckThrowOnFailure();
    }
}
