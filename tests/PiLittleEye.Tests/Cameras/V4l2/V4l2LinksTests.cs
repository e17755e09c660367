using PiLittleEye.Cameras.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2LinksTests : IDisposable
{
    private readonly DirectoryInfo _dev = Directory.CreateTempSubdirectory("pi-little-eye-dev-");

    [Fact]
    public void The_serial_number_names_a_camera_before_its_plug_does()
    {
        Link("by-path/platform-usb-1.2-video-index0", "video0");
        Link("by-id/usb-046d_HD_Pro_Webcam_C920_8A5-video-index0", "video0");

        Assert.Equal(
            Under("v4l/by-id/usb-046d_HD_Pro_Webcam_C920_8A5-video-index0"),
            V4l2Links.StableNameOf(Under("video0"), _dev.FullName)
        );
    }

    [Fact]
    public void Of_two_cameras_that_share_a_serial_number_the_second_is_named_by_its_plug()
    {
        Link("by-id/usb-Twin-video-index0", "video0");
        Link("by-path/platform-usb-1.2-video-index0", "video0");
        Link("by-path/platform-usb-1.3-video-index0", "video2");

        Assert.Equal(Under("v4l/by-path/platform-usb-1.3-video-index0"), V4l2Links.StableNameOf(Under("video2"), _dev.FullName));
    }

    [Fact]
    public void Without_links_the_node_is_the_name() =>
        Assert.Equal(Under("video0"), V4l2Links.StableNameOf(Under("video0"), _dev.FullName));

    [Fact]
    public void A_link_leads_to_its_node_and_everything_else_to_itself()
    {
        Link("by-id/usb-Camera-video-index0", "video0");

        Assert.Equal(Under("video0"), V4l2Links.NodeOf(Under("v4l/by-id/usb-Camera-video-index0")));
        Assert.Equal(Under("video0"), V4l2Links.NodeOf(Under("video0")));
        Assert.Equal("/dev/no-such-video", V4l2Links.NodeOf("/dev/no-such-video"));
    }

    public void Dispose() => _dev.Delete(recursive: true);

    private string Under(string path) => Path.Combine(_dev.FullName, path);

    private void Link(string name, string node)
    {
        File.WriteAllText(Under(node), "");
        var link = Under(Path.Combine("v4l", name));
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, "../../" + node);
    }
}
