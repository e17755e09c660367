using System.Text.RegularExpressions;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed partial class VerbTests : IDisposable
{
    private static readonly string[] s_verbs =
    [
        "serve",
        "setup-code",
        "check-settings",
        "list-cameras",
        "camera-test",
        "disable-address-lists",
        "key",
        "account",
        "factory-reset",
    ];

    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task Help_names_every_verb()
    {
        var help = (await Plain("--help")).AssertWell();
        Assert.All(s_verbs, verb => Assert.Matches($@"(?m)^  {verb} +\w", help));
    }

    [Fact]
    public async Task Version_is_printed_alone() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", (await Plain("--version")).AssertWell());

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("serv", "--Https:Port", "5220")]
    [InlineData("serve", "now")]
    public async Task An_unknown_verb_is_refused_with_the_way_to_help(params string[] arguments)
    {
        var outcome = await Plain(arguments);
        outcome.AssertMistakes(
            $"The argument is \"{arguments.First(word => word is "frobnicate" or "serv" or "now")}\"; use a verb that --help names, "
                + "--settings FILE or --Section:Key VALUE, as --Https:Port 5220."
        );
    }

    [Fact]
    public async Task Setup_code_prints_the_code_alone_and_always_the_same()
    {
        var first = (await _launch.RunAsync("setup-code")).AssertWell();
        Assert.Matches(Code(), first);
        Assert.Equal(first, (await _launch.RunAsync("setup-code")).AssertWell());
        await using var service = await Appliance.StartAsync(_launch);
        Assert.Equal(first.Trim(), await service.SetupCodeAsync());
        Assert.Equal(first, (await _launch.RunAsync("setup-code")).AssertWell());

        await service.ClaimAsync();
        (await _launch.RunAsync("setup-code")).AssertOneMessage(Outcome.Failed, "This camera is claimed already", "Sign in on its page.");
    }

    [Fact]
    public async Task List_cameras_says_for_each_kind_what_there_is_or_why_there_is_none()
    {
        _launch.Environment["PATH"] = $"{Checkout.File("tests/appliance/stubs")}:{Environment.GetEnvironmentVariable("PATH")}";
        var list = (await _launch.RunAsync("list-cameras")).AssertWell();
        Assert.Contains("libcamera:\n  0  imx219\n    3280x2464 ", list, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^v4l2:\n  (none \([a-z-]+\): \S.+|/dev/video\d+ .+)$", list);
    }

    [Fact]
    public async Task List_cameras_says_what_to_install_where_no_camera_program_is()
    {
        _launch.Environment["PATH"] = "/nowhere";
        var list = await _launch.RunAsync("list-cameras");
        Assert.Contains("libcamera:\n  none (stack-missing): ", list.Output, StringComparison.Ordinal);
        Assert.Contains("Install rpicam-apps on Raspberry Pi OS", list.Output, StringComparison.Ordinal);
        // A tester's own USB camera is a camera.
        Assert.Equal(list.Output.Contains("  /dev/video", StringComparison.Ordinal) ? 0 : Outcome.Failed, list.ExitCode);
        Assert.Empty(list.Error);
    }

    [Fact]
    public async Task Camera_test_saves_one_picture_where_it_is_told()
    {
        var file = _launch.File("print.jpg");
        var said = (await _launch.RunAsync("camera-test", "--camera", "camera", "--out", file)).AssertWell();
        var picture = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal($"test-pattern delivers 1280x720 at 15 fps. Saved {file}, {picture.Length} bytes.\n", said);
        Assert.Equal([0xFF, 0xD8, 0xFF], picture[..3]);
        Assert.Equal([0xFF, 0xD9], picture[^2..]);
    }

    [Fact]
    public async Task Camera_test_says_what_is_in_its_way()
    {
        (await _launch.RunAsync("camera-test", "--out", "/no/such/place.jpg")).AssertOneMessage(
            Outcome.Failed,
            "/no/such/place.jpg cannot be written",
            "Name another place with --out."
        );
        (await _launch.RunAsync("camera-test", "--camera", "attic")).AssertOneMessage(
            Outcome.Failed,
            "There is no camera \"attic\". There are: camera."
        );
        (await _launch.RunAsync("camera-test", "--Cameras:0:Source=v4l2", "--Cameras:0:Device=/dev/video99")).AssertOneMessage(
            Outcome.Failed,
            "/dev/video99",
            "(no-device)"
        );
    }

    private async Task<Outcome> Plain(params string[] arguments)
    {
        await using var program = _launch.Start(arguments);
        return await program.EndAsync();
    }

    [GeneratedRegex("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\n$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
