using System.Text.Json;
using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraSettingsChangeTests
{
    private static readonly CameraDescription s_webcam = Offer(anySize: false, new Resolution(1280, 720), new Resolution(640, 480));
    private static readonly CameraDescription s_sensor = Offer(anySize: true, new Resolution(1920, 1080));

    [Theory]
    [InlineData("""{"rotation":45}""", "rotation", "rotation is 45; use 0, 90, 180 or 270.")]
    [InlineData("""{"rotation":-90}""", "rotation", "rotation is -90; use 0, 90, 180 or 270.")]
    [InlineData("""{"rotation":360}""", "rotation", "rotation is 360; use 0, 90, 180 or 270.")]
    [InlineData("""{"framesPerSecond":0}""", "framesPerSecond", "framesPerSecond is 0; use 1 to 120.")]
    [InlineData("""{"framesPerSecond":121}""", "framesPerSecond", "framesPerSecond is 121; use 1 to 120.")]
    [InlineData("""{"quality":9}""", "quality", "quality is 9; use 10 to 95.")]
    [InlineData("""{"quality":96}""", "quality", "quality is 96; use 10 to 95.")]
    [InlineData("""{"width":1281}""", "width", "The size is 1281x720; use even numbers from 64 to 8192.")]
    [InlineData("""{"width":62,"height":48}""", "width", "The size is 62x48; use even numbers from 64 to 8192.")]
    [InlineData("""{"height":-720}""", "width", "The size is 1280x-720; use even numbers from 64 to 8192.")]
    [InlineData("""{"width":8194}""", "width", "The size is 8194x720; use even numbers from 64 to 8192.")]
    [InlineData(
        """{"stamp":{"corner":"middle"}}""",
        "stamp.corner",
        "stamp.corner is \"middle\"; use one of top-left, top-right, bottom-left, bottom-right."
    )]
    [InlineData("""{"stamp":{"size":"huge"}}""", "stamp.size", "stamp.size is \"huge\"; use one of small, medium, large.")]
    [InlineData("""{"stamp":{"format":"'"}}""", "stamp.format", "stamp.format is \"'\"; use one as yyyy-MM-dd HH:mm:ss.")]
    [InlineData("""{"stamp":{"format":""}}""", "stamp.format", "stamp.format is \"\"; use one as yyyy-MM-dd HH:mm:ss.")]
    [InlineData(
        """{"stamp":{"zone":"Mars/Olympus"}}""",
        "stamp.zone",
        "stamp.zone is \"Mars/Olympus\"; use one as Europe/Berlin, or an empty text for this machine's."
    )]
    public void A_wrong_value_is_told_with_its_name_and_what_to_use(string json, string name, string sentence)
    {
        var problems = Problems(json);
        Assert.Equal([(name, sentence)], problems.Select(problem => (problem.Key, string.Join(' ', problem.Value))));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"rotation":270,"flipHorizontal":true,"flipVertical":true,"alwaysOn":true}""")]
    [InlineData("""{"width":64,"height":64,"framesPerSecond":1,"quality":10}""")]
    [InlineData("""{"width":8192,"height":8192,"framesPerSecond":120,"quality":95}""")]
    [InlineData(
        """{"stamp":{"enabled":false,"corner":"TOP-LEFT","size":"large","format":"HH:mm","zone":"Europe/Berlin","showName":true}}"""
    )]
    [InlineData("""{"stamp":{"zone":""}}""")]
    public void What_is_right_is_taken(string json) => Assert.Empty(Problems(json));

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var problems = Problems(
            """{"rotation":1,"width":1,"framesPerSecond":0,"quality":0,"stamp":{"corner":"","size":"","format":"","zone":"x"}}"""
        );
        Assert.Equal(
            ["framesPerSecond", "quality", "rotation", "stamp.corner", "stamp.format", "stamp.size", "stamp.zone", "width"],
            problems.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(640, 480, null)]
    [InlineData(1280, 720, null)]
    [InlineData(640, 482, "The size is 640x482; this camera offers 1280x720, 640x480.")]
    public void A_webcam_takes_only_the_sizes_it_has(int width, int height, string? sentence) =>
        Assert.Equal(sentence, SizeProblem(width, height, s_webcam));

    [Theory]
    [InlineData(100, 100, null)]
    [InlineData(1920, 1080, null)]
    [InlineData(1922, 1080, "The size is 1922x1080; this camera goes up to 1920x1080.")]
    [InlineData(1080, 1920, "The size is 1080x1920; this camera goes up to 1920x1080.")]
    public void A_sensor_that_scales_takes_every_size_up_to_its_own(int width, int height, string? sentence) =>
        Assert.Equal(sentence, SizeProblem(width, height, s_sensor));

    [Fact]
    public void A_size_that_the_camera_of_today_does_not_have_does_not_stop_another_change()
    {
        var change = Read("""{"quality":50}""");
        Assert.Empty(change.Problems(CameraSettings.Default with { Width = 1000, Height = 1000 }, s_webcam));
    }

    [Fact]
    public void What_is_not_mentioned_stays()
    {
        var current = CameraSettings.Default with
        {
            Rotation = 90,
            FlipVertical = true,
            AlwaysOn = true,
            Stamp = StampChoice.Default with { Corner = StampCorner.TopLeft, Zone = "Europe/Berlin", ShowName = true },
        };

        Assert.Equal(current, Read("{}").ApplyTo(current));
        Assert.Equal(current, Read("""{"stamp":{}}""").ApplyTo(current));
        Assert.Equal(current with { Quality = 50 }, Read("""{"quality":50}""").ApplyTo(current));
    }

    [Fact]
    public void What_GET_gives_can_be_PUT()
    {
        var current = CameraSettings.Default with { Rotation = 180, Stamp = StampChoice.Default with { Zone = "Europe/Berlin" } };
        var json = JsonSerializer.Serialize(current, CamerasJson.Default.CameraSettings);

        var change = Read(json);

        Assert.Empty(change.Problems(CameraSettings.Default, offered: null));
        Assert.Equal(current, change.ApplyTo(CameraSettings.Default));
    }

    [Fact]
    public void An_empty_zone_means_the_machines_again()
    {
        var current = CameraSettings.Default with { Stamp = StampChoice.Default with { Zone = "Europe/Berlin" } };
        Assert.Null(Read("""{"stamp":{"zone":""}}""").ApplyTo(current).Stamp.Zone);
        Assert.Equal("Europe/Berlin", Read("""{"stamp":{"zone":null}}""").ApplyTo(current).Stamp.Zone);
    }

    [Theory]
    [InlineData("""{"rotaton":90}""")]
    [InlineData("""{"stamp":{"corners":"top-left"}}""")]
    [InlineData("""{"rotation":"ninety"}""")]
    [InlineData("""{"rotation":90.5}""")]
    [InlineData("""{"width":99999999999}""")]
    [InlineData("""{"stamp":"on"}""")]
    public void What_is_no_setting_cannot_be_read(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static CameraDescription Offer(bool anySize, params Resolution[] sizes) =>
        new("v4l2", "/dev/video0", "Some camera", [.. sizes.Select(size => new CaptureSize(size, 30))], anySize);

    private static CameraSettingsChange Read(string json) => JsonSerializer.Deserialize(json, CamerasJson.Default.CameraSettingsChange)!;

    private static Dictionary<string, string[]> Problems(string json) => Read(json).Problems(CameraSettings.Default, offered: null);

    private static string? SizeProblem(int width, int height, CameraDescription offered)
    {
        var problems = Read($$"""{"width":{{width}},"height":{{height}}}""").Problems(CameraSettings.Default, offered);
        return problems.Count == 0 ? null : Assert.Single(problems["width"]);
    }
}
