using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class FamiliarPathsTests
{
    // Of the cameras that whoever asks may see.
    private const string FirstStream = "/api/v1/video/mjpeg";
    private const string FirstPhoto = "/api/v1/photo.jpg";
    private const string FrontStream = "/api/v1/cameras/front/video/mjpeg";
    private const string FrontPhoto = "/api/v1/cameras/front/photo.jpg";
    private const string SecondStream = "/api/v1/cameras/back/video/mjpeg";
    private const string SecondPhoto = "/api/v1/cameras/back/photo.jpg";

    private static readonly FrameHubs s_hubs = new([new FrameHub("front", new SteppingClock()), new FrameHub("back", new SteppingClock())]);

    [Theory]
    // mjpg-streamer and ustreamer
    [InlineData("/?action=stream", FirstStream)]
    [InlineData("/?action=snapshot", FirstPhoto)]
    [InlineData("/?action=stream_0", FrontStream)]
    [InlineData("/?action=stream_1", SecondStream)]
    [InlineData("/?action=snapshot_1", SecondPhoto)]
    [InlineData("/stream", FirstStream)]
    [InlineData("/snapshot", FirstPhoto)]
    [InlineData("/cam_1.mjpg", FrontStream)]
    [InlineData("/cam_2.mjpg", SecondStream)]
    [InlineData("/cam_1.jpg", FrontPhoto)]
    [InlineData("/cam_2.jpg", SecondPhoto)]
    // camera-streamer
    [InlineData("/snapshot.jpg", FirstPhoto)]
    [InlineData("/stream.mjpg", FirstStream)]
    [InlineData("/stream.mjpeg", FirstStream)]
    // OctoPi, Mainsail, Fluidd, Moonraker: with and without the slash
    [InlineData("/webcam/?action=stream", FirstStream)]
    [InlineData("/webcam?action=stream", FirstStream)]
    [InlineData("/webcam/?action=snapshot", FirstPhoto)]
    [InlineData("/webcam?action=snapshot", FirstPhoto)]
    [InlineData("/webcam/stream", FirstStream)]
    [InlineData("/webcam/snapshot", FirstPhoto)]
    [InlineData("/webcam1/?action=stream", FrontStream)]
    [InlineData("/webcam2/?action=stream", SecondStream)]
    [InlineData("/webcam2?action=snapshot", SecondPhoto)]
    [InlineData("/webcam2/stream.mjpg", SecondStream)]
    // go2rtc
    [InlineData("/api/stream.mjpeg", FirstStream)]
    [InlineData("/api/stream.mjpeg?src=back", SecondStream)]
    [InlineData("/api/frame.jpeg?src=front", FrontPhoto)]
    [InlineData("/api/frame.jpeg?src=back&cache=1s", SecondPhoto)]
    // PrusaLink
    [InlineData("/api/v1/cameras/snap", FirstPhoto)]
    [InlineData("/api/v1/cameras/back/snap", SecondPhoto)]
    // cache busters and keys of other programs
    [InlineData("/webcam/?action=stream&timestamp=1700000000&bypassCache=0.5", FirstStream)]
    [InlineData("/?bust=1&action=snapshot&max_delay=100", FirstPhoto)]
    [InlineData("/stream?key=x&extra_headers=1&advance_headers=1&dual_final_frames=1&zero_data=1", FirstStream)]
    public void A_familiar_address_means_one_of_ours(string address, string ours) => Assert.Equal(ours, Translate(address));

    [Theory]
    [InlineData("/")]
    [InlineData("/?action=")]
    [InlineData("/?action=take")]
    [InlineData("/?action=stream_")]
    [InlineData("/?action=stream_2")]
    [InlineData("/?action=stream_-1")]
    [InlineData("/?action=stream_1x")]
    [InlineData("/?action=stream_99999999999999999999")]
    [InlineData("/?action=stream&action=snapshot")]
    [InlineData("/webcam0/?action=stream")]
    [InlineData("/webcam3/?action=stream")]
    [InlineData("/webcam-1/?action=stream")]
    [InlineData("/webcam99999999999999999999/?action=stream")]
    [InlineData("/webcamera/?action=stream")]
    [InlineData("/webcam/other")]
    [InlineData("/streams")]
    [InlineData("/stream/")]
    [InlineData("/cam_0.jpg")]
    [InlineData("/cam_3.jpg")]
    [InlineData("/cam_.jpg")]
    [InlineData("/cam_1.png")]
    [InlineData("/api/frame.jpeg?src=side")]
    [InlineData("/api/frame.jpeg?src=a&src=b")]
    [InlineData("/api/v1/cameras/side/snap")]
    [InlineData("/api/v1/cameras//snap")]
    [InlineData("/api/v1/cameras/front/back/snap")]
    [InlineData("/api/v1/cameras/front/photo.jpg")]
    public void Any_other_address_stays_what_it_is(string address) => Assert.Null(Translate(address));

    [Fact]
    public void Whatever_is_asked_it_is_a_picture_of_ours_or_left_alone()
    {
        var words = Gen.Elements(
            "/",
            "webcam",
            "stream",
            "snapshot",
            ".jpg",
            "?",
            "action=",
            "_",
            "1",
            "2",
            "-",
            "&",
            "=",
            "cam_",
            "api",
            "v1",
            "cameras",
            "snap",
            "%00",
            "..",
            "\0",
            "src=",
            "front",
            "99999999999",
            "\ud800",
            "é"
        );
        var addresses = Gen.OneOf(
            words.ArrayOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)
        );
        string?[] possible = [null, FirstStream, FirstPhoto, FrontStream, FrontPhoto, SecondStream, SecondPhoto];
        Prop.ForAll(addresses.ToArbitrary(), address => possible.Contains(Translate("/" + address)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static string? Translate(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? string.Empty : address[mark..];
        return FamiliarPaths.Translate(mark < 0 ? address : address[..mark], new QueryCollection(QueryHelpers.ParseQuery(query)), s_hubs);
    }
}
