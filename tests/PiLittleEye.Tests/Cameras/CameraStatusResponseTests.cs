using System.Text.Json;
using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraStatusResponseTests : IDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public void A_live_camera_tells_rates_mode_and_viewers()
    {
        _rig.Status.Becomes(CameraState.Live, new CaptureMode(new Resolution(640, 480), 30));
        using var viewer = _rig.Hub.Join(isStream: true);
        for (var frame = 0; frame < 60; frame++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1 / 30.0));
            _rig.Status.Captured.Count();
            if (frame % 2 == 1)
            {
                _rig.Status.Encoded.Count();
            }
        }

        Assert.Equal(
            """
            {"id":"bench","name":"Bench cam","source":"some camera","state":"live","since":"2026-11-21T14:03:59+00:00","now":"2026-11-21T14:04:00.999998+00:00","reason":null,"title":null,"explanation":null,"remedy":null,"viewers":1,"fpsCaptured":30,"fpsEncoded":15,"encodes":30,"width":640,"height":480,"framesPerSecond":30}
            """.Trim(),
            Json()
        );
    }

    [Fact]
    public void One_that_is_unavailable_tells_why_and_what_to_do()
    {
        _rig.Status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        Assert.Contains(
            """
            "state":"unavailable","since":"2026-11-21T14:03:59+00:00","now":"2026-11-21T14:03:59+00:00","reason":"some-code","title":"Some title","explanation":"Some explanation.","remedy":"Some remedy.","viewers":0,"fpsCaptured":0,"fpsEncoded":0,"encodes":0,"width":null,"height":null,"framesPerSecond":null
            """.Trim(),
            Json(),
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _rig.Dispose();

    private string Json() =>
        JsonSerializer.Serialize(CameraStatusResponse.Of(_rig.Camera, _rig.Clock.GetUtcNow()), CamerasJson.Default.CameraStatusResponse);
}
