using PiLittleEye.Settings;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Settings;

public sealed partial class InstallerSettingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void All_mistakes_of_all_sections_are_told_at_once()
    {
        var settings = CreateSettings(
            """
            {
              "Https": { "Port": 99999, "Prot": 1 },
              "Cameras": [{ "Source": "libcam" }],
              "Htps": { "Port": 5220 },
              "Storage": "/var/lib"
            }
            """,
            "--Mail:Host",
            "mail.example"
        );
        settings.Section("Https", section => section.Integer("Port", 5220, 0, 65535));
        settings.Section("Cameras", ReadCameras);
        settings.Section("Storage", section => section.Text("Directory", "/"));

        var wrong = Assert.Throws<SettingsException>(settings.ThrowIfWrong);

        Assert.Equal(
            [
                "Https:Port is \"99999\"; use a whole number from 0 to 65535.",
                "Https:Prot is \"1\"; remove it, or use one of Port.",
                "Cameras:0:Source is \"libcam\"; use one of v4l2, mmal.",
                "Storage is \"/var/lib\"; write a section there, in braces or brackets.",
                "Htps is \"a section\"; remove it, or use one of Cameras, Https, Storage.",
                "Mail is \"a section\"; remove it, or use one of Cameras, Https, Storage.",
            ],
            wrong.Problems.Select(problem => problem.ToString())
        );
    }

    [Fact]
    public void Without_a_mistake_nothing_is_thrown_and_the_files_are_named()
    {
        var settings = CreateSettings("""{ "Https": { "Port": 1 } }""");

        Assert.Equal(1, settings.Section("https", section => section.Integer("port", 5220, 0, 65535)));

        settings.ThrowIfWrong();
        Assert.Equal([_directory.File("settings.json")], settings.Files);
    }

    [Fact]
    public void The_message_has_a_line_for_each_mistake()
    {
        var settings = CreateSettings("""{ "A": 1, "B": 2 }""");
        settings.Section("C", section => section.Path);

        var wrong = Assert.Throws<SettingsException>(settings.ThrowIfWrong);

        Assert.Equal(
            ["A is \"1\"; remove it, or use one of C.", "B is \"2\"; remove it, or use one of C."],
            wrong.Message.Split(Environment.NewLine)
        );
    }

    public void Dispose() => _directory.Dispose();

    private static List<string> ReadCameras(SettingsSection section) =>
        [.. section.Items().Select(item => item.OneOf("Source", "v4l2", ["v4l2", "mmal"]))];

    private InstallerSettings CreateSettings(string json, params string[] arguments) =>
        new(["--settings", _directory.Write("settings.json", json), .. arguments]);
}
