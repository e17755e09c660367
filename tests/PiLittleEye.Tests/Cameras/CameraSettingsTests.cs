using System.Text.Json;
using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraSettingsTests
{
    private static readonly TimeZoneInfo s_machine = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public void A_new_camera_starts_as_promised() =>
        Assert.Equal(
            """
            {"rotation":0,"flipHorizontal":false,"flipVertical":false,"stamp":{"enabled":true,"corner":"bottom-right","size":"medium","format":"yyyy-MM-dd HH:mm:ss","zone":null,"showName":false},"width":1280,"height":720,"framesPerSecond":15,"quality":80,"alwaysOn":false}
            """.Trim(),
            JsonSerializer.Serialize(CameraSettings.Default, CamerasJson.Default.CameraSettings)
        );

    [Fact]
    public void They_say_what_happens_to_the_picture()
    {
        var settings = CameraSettings.Default with
        {
            Rotation = 270,
            FlipHorizontal = true,
            Quality = 55,
            Stamp = new StampChoice(Enabled: true, StampCorner.TopLeft, StampSize.Large, "HH:mm", "Europe/Berlin", ShowName: true),
        };

        var picture = settings.ToPicture("Bench cam", s_machine);

        Assert.Equal(
            new PictureSettings(
                new PictureTurn(Rotation.ThreeQuarters, FlipHorizontal: true, FlipVertical: false),
                new StampSettings(
                    Enabled: true,
                    StampCorner.TopLeft,
                    StampSize.Large,
                    "HH:mm",
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
                    "Bench cam"
                ),
                55
            ),
            picture
        );
        Assert.Equal(new CaptureMode(new Resolution(1280, 720), 15), settings.Mode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Zone/Of/Another/Machine")]
    public void Without_a_zone_that_is_known_here_the_machines_counts(string? zone)
    {
        var settings = CameraSettings.Default with { Stamp = StampChoice.Default with { Zone = zone } };
        Assert.Same(s_machine, settings.ToPicture("Bench cam", s_machine).Stamp.Zone);
    }

    [Fact]
    public void The_name_is_shown_only_where_it_is_wanted() =>
        Assert.Null(CameraSettings.Default.ToPicture("Bench cam", s_machine).Stamp.Label);
}
