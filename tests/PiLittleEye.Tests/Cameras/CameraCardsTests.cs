using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraCardsTests : IDisposable
{
    private readonly CameraRig _rig = new();

    [Fact]
    public void Whoever_looks_and_whoever_comes_sees_the_reason()
    {
        using var viewer = _rig.Hub.Join(isStream: true);
        var eye = new SteadyEye(viewer);
        eye.Wait();

        _rig.Cards.ShowUnavailable(Some.Reason);

        Assert.Equal(Some.Reason, eye.TryTake()!.NoPicture);
        using var newcomer = _rig.Hub.Join(isStream: true);
        Assert.Equal(Some.Reason, new SteadyEye(newcomer).TryTake()!.NoPicture);
    }

    [Theory]
    [InlineData(0.9, "No picture for 1 s")]
    [InlineData(1.99, "No picture for 1 s")]
    [InlineData(12, "No picture for 12 s")]
    [InlineData(3600, "No picture for 3600 s")]
    public void A_silent_camera_says_for_how_long(double seconds, string title)
    {
        _rig.Cards.ShowSilent(TimeSpan.FromSeconds(seconds));

        var card = _rig.Hub.TakeLatest()!;
        Assert.Equal(("no-frames", title), (card.NoPicture!.Code, card.NoPicture.Title));
    }

    [Fact]
    public void A_card_has_the_shape_of_the_picture_it_stands_for()
    {
        _rig.Change(settings => settings with { Width = 320, Height = 240, Rotation = 90 });
        _rig.Cards.ShowUnavailable(Some.Reason);
        Assert.Equal(new Resolution(240, 320), _rig.Hub.TakeLatest()!.Size);

        _rig.Status.Becomes(CameraState.Live, new CaptureMode(new Resolution(128, 96), 10));
        _rig.Cards.ShowSilent(TimeSpan.FromSeconds(2));
        Assert.Equal(new Resolution(96, 128), _rig.Hub.TakeLatest()!.Size);
    }

    [Fact]
    public void It_changes_while_the_trouble_lasts()
    {
        _rig.Change(settings => settings with { Width = 640, Height = 480 });
        _rig.Status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        var first = Shown();
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = Shown();

        Assert.NotEqual(first, second);

        byte[] Shown()
        {
            _rig.Cards.ShowUnavailable(Some.Reason);
            var card = _rig.Hub.TakeLatest()!;
            return card.Jpeg.ToArray();
        }
    }

    public void Dispose() => _rig.Dispose();
}
