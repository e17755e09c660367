using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Cameras;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Cameras;

public sealed class StampChangeTests
{
    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/dev/zero")]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin")]
    [InlineData("Europe/../Europe/Berlin")]
    [InlineData("./Europe/Berlin")]
    [InlineData("Europe")]
    [InlineData("Europe/Berlin\0")]
    [InlineData(" ")]
    [InlineData("zone.tab")]
    public void A_zone_is_a_name_and_never_a_path(string zone) =>
        Assert.Equal(["stamp.zone"], (Nothing with { Zone = zone }).Problems().Select(problem => problem.Name));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+10")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("UTC")]
    [InlineData("EST5EDT")]
    public void A_zone_of_this_machine_is_taken(string zone) => Assert.Empty((Nothing with { Zone = zone }).Problems());

    [Fact]
    public void A_word_that_is_none_leaves_the_current_one()
    {
        var current = StampChoice.Default with { Corner = StampCorner.TopLeft, Size = StampSize.Large };
        Assert.Equal(current, (Nothing with { Corner = "middle", Size = "huge" }).ApplyTo(current));
    }

    [Fact]
    public void Whatever_texts_are_sent_are_told_as_wrong_or_can_be_used_for_a_stamp()
    {
        var texts = ArbMap.Default.GeneratorFor<string?>();
        var changes = texts.SelectMany(format => texts.Select(zone => Nothing with { Format = format, Zone = zone }));
        Prop.ForAll(
                changes.ToArbitrary(),
                change =>
                {
                    if (!change.Problems().Any())
                    {
                        var settings = CameraSettings.Default with { Stamp = change.ApplyTo(StampChoice.Default) };
                        var stamp = settings.ToPicture("Some camera", TimeZoneInfo.Utc).Stamp;
                        Assert.NotEqual(0, StampText.Write(stamp, DateTimeOffset.UnixEpoch, new char[StampText.Room]));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));
    }

    private static StampChange Nothing => new(Enabled: null, Corner: null, Size: null, Format: null, Zone: null, ShowName: null);
}
