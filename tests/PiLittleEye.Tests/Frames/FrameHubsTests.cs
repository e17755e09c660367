using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class FrameHubsTests
{
    [Fact]
    public void A_url_without_a_camera_means_the_first_of_the_settings_file()
    {
        var hubs = CreateHubs("printer", "bench");
        Assert.Equal("printer", hubs.First.CameraId);
    }

    [Fact]
    public void A_camera_is_found_by_its_exact_id()
    {
        var hubs = CreateHubs("printer", "bench");

        Assert.True(hubs.TryGet("bench", out var bench));
        Assert.Same(hubs.InOrder[1], bench);
        Assert.False(hubs.TryGet("Bench", out _));
        Assert.False(hubs.TryGet("", out _));
    }

    private static FrameHubs CreateHubs(params string[] ids) => new([.. ids.Select(id => new FrameHub(id, new SteppingClock()))]);
}
