using System.Net;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class ReplyTextTests
{
    private static readonly ReplyFacts s_facts = new()
    {
        Wish = WishKind.Photo,
        CameraName = "Printer",
        OtherCameras = ["Back"],
        CapturedAt = SteppingClock.Start,
        Now = SteppingClock.Start.AddSeconds(0.25),
        ReceivedAt = SteppingClock.Start.AddSeconds(-1.5),
        Zone = TimeZoneInfo.CreateCustomTimeZone("Europe/Berlin", TimeSpan.FromHours(1), "Berlin", "Berlin"),
        Viewers = 2,
        Temperature = 51.54,
        Page = "https://pilittleeye.local:5220/",
    };

    [Fact]
    public void It_says_what_it_shows_when_and_how_old_that_is()
    {
        var text = ReplyText.Of(s_facts);
        Assert.StartsWith("Printer at 2026-11-21 15:03:59 (Europe/Berlin, UTC+01:00).", text, StringComparison.Ordinal);
        Assert.Contains("1.5 s after your mail had come in", text, StringComparison.Ordinal);
        Assert.Contains("Age when this was written: 0.3 s", text, StringComparison.Ordinal);
        Assert.Contains("Watching now: 2 viewers", text, StringComparison.Ordinal);
        Assert.Contains("Temperature of the Pi: 51.5 °C", text, StringComparison.Ordinal);
        Assert.Contains("open https://pilittleeye.local:5220/ at home", text, StringComparison.Ordinal);
        Assert.Contains("\"Back\" for that camera", text, StringComparison.Ordinal);
        Assert.DoesNotContain("internet", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_what_is_stands_there()
    {
        var text = ReplyText.Of(s_facts with { Temperature = null, ExternalAddress = IPAddress.Parse("203.0.113.7"), Page = null });
        Assert.DoesNotContain("Temperature", text, StringComparison.Ordinal);
        Assert.Contains("Address of your home on the internet: 203.0.113.7", text, StringComparison.Ordinal);
        Assert.Contains("open the camera's page at home", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_picture_it_says_why_and_what_to_do()
    {
        var text = ReplyText.Of(s_facts with { CapturedAt = null, NoPicture = Some.Reason });
        Assert.StartsWith("There is no picture of Printer", text, StringComparison.Ordinal);
        Assert.Contains($"{Some.Reason.Explanation} {Some.Reason.Remedy}", text, StringComparison.Ordinal);
        Assert.Contains("No older picture", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Taken:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_differs_makes_no_photo_from_before_the_request() =>
        Assert.Contains(
            "0.0 s after your mail",
            ReplyText.Of(s_facts with { ReceivedAt = SteppingClock.Start.AddSeconds(3) }),
            StringComparison.Ordinal
        );
}
