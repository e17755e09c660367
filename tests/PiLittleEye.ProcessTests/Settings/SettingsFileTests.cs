using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("check-settings")]
    [InlineData("setup-code")]
    [InlineData("camera-test")]
    public async Task Three_mistakes_are_told_at_once_each_with_key_value_and_remedy(string verb)
    {
        var file = _launch.WriteSettings(
            """
            {
              // Comments are welcome.
              "Https": { "Port": 99999 },
              "Streaming": { "MostViewers": 0 },
              "Cameras": [{ "Source": "libcam" }]
            }
            """
        );
        await using var program = _launch.Start(verb, "--settings", file);
        var outcome = await program.EndAsync();
        outcome.AssertMistakes(
            "Https:Port is \"99999\"; use a whole number from 0 to 65535.",
            "Streaming:MostViewers is \"0\"; use a whole number from 1 to 1000.",
            "Cameras:0:Source is \"libcam\"; use one of auto, test-pattern, v4l2, libcamera, mmal."
        );
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_misspelt_key_is_told_with_those_there_are()
    {
        _launch.WriteSettings("""{ "Https": { "Prot": 5220 }, "Camera": { "Id": "a" } }""");
        (await _launch.RunAsync("check-settings")).AssertMistakes(
            "Https:Prot is \"5220\"; remove it, or use one of Address, Port.",
            "Camera is \"a section\"; remove it, or use one of AccessLists, Cameras, Certificate, Https, Log, Mail, Storage, Streaming."
        );
    }

    [Theory]
    [InlineData("{ \"Https\": { \"Port\": 5220 }", "not JSON at line 1")]
    [InlineData("{\n  \"Https\": {\n    \"Port\" 5220\n  }\n}", "not JSON at line 3")]
    [InlineData("", "not JSON at line 1")]
    public async Task A_file_that_is_no_json_is_told_with_the_line(string json, string mistake)
    {
        var file = _launch.WriteSettings(json);
        (await _launch.RunAsync("serve")).AssertMistakes($"{file} is \"{mistake}\"; mend the comma, quote or bracket there.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var missing = _launch.File("missing.json");
        await using var program = _launch.Start("serve", "--settings", missing);
        (await program.EndAsync()).AssertMistakes($"--settings is \"{missing}\"; name a file that exists.");
    }

    [Fact]
    public async Task Right_settings_are_called_right_and_their_files_named()
    {
        var dropIn = _launch.WriteDropIn("10-port.json", """{ "Https": { "Port": 5443 } }""");
        var outcome = await _launch.RunAsync("check-settings");
        Assert.Equal($"The settings are right: {_launch.SettingsFile}, {dropIn}\n", outcome.AssertWell());
        Assert.False(Directory.Exists(_launch.StateDirectory), "Checking left something behind.");
    }
}
