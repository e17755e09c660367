using PiLittleEye.Cameras;
using PiLittleEye.Settings;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CamerasOptionsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Cameras": [] }""")]
    public void Where_none_is_named_one_is_looked_for(string json)
    {
        var camera = Assert.Single(Read(json).Cameras);
        Assert.Equal(("camera", "Camera", "auto", null), (camera.Id, camera.Name, camera.Source, camera.Device));
    }

    [Fact]
    public void Each_has_what_the_installer_wrote_in_that_order()
    {
        var cameras = Read(
            """
            { "Cameras": [
              { "Id": "printer", "Name": "Prusa am Fenster", "Source": "v4l2", "Device": "/dev/video2" },
              { "Source": "test-pattern", "Device": "" }
            ] }
            """
        ).Cameras;

        Assert.Equal(
            [("printer", "Prusa am Fenster", "v4l2", "/dev/video2"), ("camera-2", "camera-2", "test-pattern", null)],
            cameras.Select(camera => (camera.Id, camera.Name, camera.Source, camera.Device))
        );
    }

    [Fact]
    public void A_name_left_out_is_the_id() => Assert.Equal("bench", Read("""{ "Cameras": [{ "Id": "bench" }] }""").Cameras[0].Name);

    [Fact]
    public void The_command_line_can_name_a_source_for_the_first() =>
        Assert.Equal("test-pattern", Read("{}", "--Cameras:0:Source", "test-pattern").Cameras[0].Source);

    [Theory]
    [InlineData("""{ "Id": "" }""", "Cameras:0:Id is \"\"; use 1 to 32 letters, digits and hyphens.")]
    [InlineData("""{ "Id": "a b", "Name": "n" }""", "Cameras:0:Id is \"a b\"; use 1 to 32 letters, digits and hyphens.")]
    [InlineData("""{ "Id": "../x", "Name": "n" }""", "Cameras:0:Id is \"../x\"; use 1 to 32 letters, digits and hyphens.")]
    [InlineData("""{ "Id": "größe", "Name": "n" }""", "Cameras:0:Id is \"größe\"; use 1 to 32 letters, digits and hyphens.")]
    [InlineData("""{ "Name": "" }""", "Cameras:0:Name is \"\"; use 1 to 40 characters.")]
    [InlineData("""{ "Name": "a\nb" }""", "Cameras:0:Name is \"a\nb\"; use 1 to 40 characters.")]
    [InlineData("""{ "Source": "libcam" }""", "Cameras:0:Source is \"libcam\"; use one of auto, test-pattern, v4l2, libcamera, mmal.")]
    [InlineData("""{ "Sorce": "v4l2" }""", "Cameras:0:Sorce is \"v4l2\"; remove it, or use one of Device, Id, Name, Source.")]
    [InlineData(
        """{ "Source": { "Kind": "v4l2" } }""",
        "Cameras:0:Source is \"a section\"; write one value there, without brackets or braces."
    )]
    [InlineData("\"v4l2\"", "Cameras:0 is \"v4l2\"; write a section there, in braces or brackets.")]
    public void A_mistake_is_told_with_key_value_and_remedy(string camera, string sentence) =>
        Assert.Contains(sentence, Mistakes($$"""{ "Cameras": [{{camera}}] }"""));

    [Fact]
    public void A_camera_that_is_not_in_a_list_is_told() =>
        Assert.Equal(["Cameras:Source is \"v4l2\"; remove it."], Mistakes("""{ "Cameras": { "Source": "v4l2" } }"""));

    [Fact]
    public void Two_of_the_same_id_are_told_and_so_is_auto_among_several()
    {
        Assert.Equal(
            [
                "Cameras:0:Source is \"auto\"; name the source of each camera when there are several.",
                "Cameras:1:Id is \"bench\"; give each camera an id of its own.",
            ],
            Mistakes("""{ "Cameras": [{ "Id": "bench" }, { "Id": "bench", "Source": "v4l2" }] }""")
        );
    }

    [Fact]
    public void Numbers_with_a_gap_are_told_by_the_number_that_stands_there()
    {
        var file = """{ "Cameras": { "1": { "Id": "a", "Source": "v4l2" }, "5": { "Id": "a", "Source": "mmal" } } }""";
        Assert.Equal(["Cameras:5:Id is \"a\"; give each camera an id of its own."], Mistakes(file));
    }

    [Fact]
    public void More_than_sixteen_are_too_many()
    {
        var cameras = Enumerable.Range(0, 17).Select(index => $$"""{ "Id": "c{{index}}", "Source": "v4l2" }""");
        Assert.Equal(
            ["Cameras:0 is \"17 cameras\"; name at most 16 cameras."],
            Mistakes($$"""{ "Cameras": [{{string.Join(',', cameras)}}] }""")
        );
    }

    public void Dispose() => _directory.Dispose();

    private CamerasOptions Read(string json, params string[] arguments)
    {
        var settings = new InstallerSettings(["--settings", _directory.Write("settings.json", json), .. arguments]);
        var options = settings.Section(CamerasOptions.Section, CamerasOptions.Read);
        settings.ThrowIfWrong();
        return options;
    }

    private IEnumerable<string> Mistakes(string json) =>
        Assert.Throws<SettingsException>(() => Read(json)).Problems.Select(problem => problem.ToString());
}
