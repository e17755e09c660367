using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>
/// Raspberry Pi's own camera programs, played by stand-ins that refuse every argument which the real ones refuse (tests/appliance/stubs).
/// </summary>
public sealed class StubTests(Appliance appliance) : IAsyncDisposable
{
    private const string Stubs = "/opt/camera-stubs";
    private const string DropIn = "/run/systemd/system/pi-little-eye.service.d/stubs.conf";
    private const string Log = "/var/lib/pi-little-eye/stubs.log";

    // GStreamer without its elements, so that libcamera cannot be reached that way.
    private const string NoGstreamer = "GST_PLUGIN_SYSTEM_PATH=/nowhere GST_REGISTRY=/tmp/no-registry";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Both_programs_take_our_arguments_and_their_pictures_arrive()
    {
        await appliance.Guest.RunAsync(
            $"install -D /dev/stdin {DropIn} <<'END'\n[Service]\nEnvironment=PATH={Stubs}:/usr/bin:/bin CAMERA_STUB_LOG={Log}\nEND\nsystemctl daemon-reload"
        );
        await appliance.UseSettingsAsync(
            """{ "Cameras": [ { "Id": "modern", "Source": "libcamera" }, { "Id": "legacy", "Source": "mmal" } ] }"""
        );
        foreach (var camera in (string[])["modern", "legacy"])
        {
            await appliance.ChangeAsync(camera, """{"width":640,"height":480,"framesPerSecond":5}""");
            await using var stream = await appliance.WatchAsync(camera);
            using var picture = (await stream.LiveAsync(s_patience)).Decode();
            Assert.Equal((640, 480), (picture.Size.Width, picture.Size.Height));
        }

        var calls = (await appliance.Guest.RunAsync($"cat {Log}")).Split('\n');
        Assert.Contains(
            calls,
            call =>
                call.StartsWith("rpicam-vid\t", StringComparison.Ordinal)
                && call.Contains("\tyuv420\t--width\t640", StringComparison.Ordinal)
        );
        Assert.Contains(calls, call => call.StartsWith("raspividyuv\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Auto_looks_for_libcamera_then_mmal_then_v4l2()
    {
        await appliance.Guest.RunAsync($"mkdir -p /tmp/legacy && ln -sf {Stubs}/raspividyuv {Stubs}/CameraStub.pm /tmp/legacy/");

        Assert.StartsWith("auto: libcamera 0 delivers", await TakeAsync($"PATH={Stubs}:$PATH"), StringComparison.Ordinal);
        Assert.StartsWith("auto: mmal 0 delivers", await TakeAsync($"PATH=/tmp/legacy:$PATH {NoGstreamer}"), StringComparison.Ordinal);
        Assert.StartsWith("auto: v4l2 /dev/", await TakeAsync(NoGstreamer), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if ((await appliance.Guest.TryAsync($"test -e {DropIn}")).Code == 0)
        {
            await appliance.Guest.RunAsync($"rm -f {DropIn} {Log}; systemctl daemon-reload");
            await appliance.UseUsualSettingsAsync();
        }
    }

    private Task<string> TakeAsync(string environment) =>
        appliance.Guest.RunAsync(
            $"echo '{{}}' >/tmp/none.json; env {environment} pi-little-eye camera-test --out /tmp/picture.jpg --settings /tmp/none.json --Storage:Directory /tmp/state"
        );
}
