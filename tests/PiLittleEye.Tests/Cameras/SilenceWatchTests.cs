using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class SilenceWatchTests : IDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    private readonly CameraRig _rig = new();
    private readonly SilenceWatch _watch;
    private readonly TaskCompletionSource<SessionEnd> _capture = new();
    private readonly FrameViewer _viewer;
    private readonly SteadyEye _eye;

    public SilenceWatchTests()
    {
        _watch = new SilenceWatch(_rig.Camera, _rig.Cards, _rig.Clock);
        _viewer = _rig.Hub.Join(isStream: true);
        _eye = new SteadyEye(_viewer);
        _rig.Status.Becomes(CameraState.Live, _rig.Camera.Settings.Current.Mode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(125)]
    [InlineData(240)]
    public async Task A_picture_that_froze_is_replaced_by_a_card_within_two_seconds_whenever_it_froze(int afterALook)
    {
        var watching = _watch.DuringAsync(() => _capture.Task);
        _rig.Clock.Advance(TimeSpan.FromMilliseconds(500 + afterALook));
        Publish();
        _eye.TryTake();

        var waited = TimeSpan.Zero;
        while (_eye.TryTake() is not { IsLive: false } && waited < TimeSpan.FromSeconds(10))
        {
            _rig.Clock.Advance(s_step);
            waited += s_step;
        }

        Assert.InRange(waited, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2));
        await EndAsync(watching);
    }

    [Fact]
    public async Task The_card_comes_again_each_second_and_tells_how_long_it_is()
    {
        var watching = _watch.DuringAsync(() => _capture.Task);
        Publish();
        _eye.TryTake();

        var cards = TakeCardsFor(TimeSpan.FromSeconds(5));

        Assert.Equal(["No picture for 1 s", "No picture for 2 s", "No picture for 3 s", "No picture for 4 s"], cards);
        await EndAsync(watching);
    }

    [Fact]
    public async Task It_stops_as_soon_as_frames_come_again()
    {
        var watching = _watch.DuringAsync(() => _capture.Task);
        Publish();
        _eye.TryTake();
        Assert.NotEmpty(TakeCardsFor(TimeSpan.FromSeconds(2)));

        for (var frame = 0; frame < 50; frame++)
        {
            Publish();
            Assert.True(_eye.TryTake()!.IsLive);
            Assert.Empty(TakeCardsFor(TimeSpan.FromMilliseconds(100)));
        }

        await EndAsync(watching);
    }

    [Fact]
    public async Task A_camera_set_to_one_frame_a_second_is_not_silent_between_two()
    {
        _rig.Change(settings => settings with { FramesPerSecond = 1 });
        var watching = _watch.DuringAsync(() => _capture.Task);
        for (var second = 0; second < 10; second++)
        {
            Publish();
            _eye.TryTake();
            Assert.Empty(TakeCardsFor(TimeSpan.FromSeconds(1)));
        }

        await EndAsync(watching);
    }

    [Fact]
    public async Task A_camera_that_is_just_starting_is_not_silent()
    {
        _rig.Status.Becomes(CameraState.Starting);
        var watching = _watch.DuringAsync(() => _capture.Task);
        Assert.Empty(TakeCardsFor(TimeSpan.FromSeconds(5)));
        await EndAsync(watching);
    }

    [Fact]
    public async Task While_nobody_looks_there_is_nobody_to_tell_and_whoever_comes_is_told_within_two_seconds()
    {
        var watching = _watch.DuringAsync(() => _capture.Task);
        Publish();
        _viewer.Dispose();
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        using var newcomer = _rig.Hub.Join(isStream: true);
        var eye = new SteadyEye(newcomer);
        Assert.False(eye.Wait());

        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False(eye.TryTake()!.IsLive);
        await EndAsync(watching);
    }

    [Fact]
    public async Task When_the_capture_ends_so_do_the_cards()
    {
        var watching = _watch.DuringAsync(() => _capture.Task);
        Publish();
        _eye.TryTake();
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));

        await EndAsync(watching);

        Assert.Empty(TakeCardsFor(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task What_ended_the_capture_ends_the_watch()
    {
        var watching = _watch.DuringAsync(() => _capture.Task);

        _capture.SetException(new CameraUnavailableException(CameraFault.Unplugged));

        var failure = await Assert.ThrowsAsync<CameraUnavailableException>(() => watching);
        Assert.Equal(CameraFault.Unplugged, failure.Fault);
    }

    public void Dispose()
    {
        _viewer.Dispose();
        _watch.Dispose();
        _rig.Dispose();
    }

    private async Task EndAsync(Task<SessionEnd> watching)
    {
        _capture.SetResult(SessionEnd.NobodyLooks);
        Assert.Equal(SessionEnd.NobodyLooks, await Limit.On(watching, "the watch ended"));
    }

    // As a capture session does.
    private void Publish()
    {
        _rig.Hub.Publish(Some.Frame(_rig.Camera.Pool, _rig.Clock.GetUtcNow()));
        _rig.Status.Encoded.Count();
    }

    // Titles: the frames themselves are used again.
    private List<string> TakeCardsFor(TimeSpan time)
    {
        var cards = new List<string>();
        for (var passed = TimeSpan.Zero; passed < time; passed += s_step)
        {
            _rig.Clock.Advance(s_step);
            if (_eye.TryTake() is { } frame)
            {
                Assert.False(frame.IsLive);
                cards.Add(frame.NoPicture!.Title);
            }
        }

        return cards;
    }
}
