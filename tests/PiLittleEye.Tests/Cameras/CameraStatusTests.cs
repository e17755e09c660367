using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraStatusTests
{
    private static readonly CaptureMode s_mode = new(new Resolution(640, 480), 15);

    private readonly SteppingClock _clock = new();
    private readonly CameraStatus _status;

    public CameraStatusTests() => _status = new CameraStatus(_clock);

    [Fact]
    public void At_first_it_is_idle_since_now() =>
        Assert.Equal((CameraState.Idle, SteppingClock.Start, null, null), (_status.State, _status.Since, _status.Mode, _status.Reason));

    [Fact]
    public void A_new_state_is_since_the_moment_it_came()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));

        _status.Becomes(CameraState.Live, s_mode);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((CameraState.Live, s_mode, SteppingClock.Start.AddSeconds(5)), (_status.State, _status.Mode, _status.Since));
        Assert.Equal(TimeSpan.FromSeconds(5), _status.Lasts);
    }

    [Fact]
    public void The_same_state_again_does_not_begin_anew()
    {
        _status.Becomes(CameraState.Unavailable, reason: CameraFaultTexts.Explain(CameraFault.NoDevice));
        _clock.Advance(TimeSpan.FromSeconds(5));

        _status.Becomes(CameraState.Unavailable, reason: CameraFaultTexts.Explain(CameraFault.NoDevice));

        Assert.Equal(SteppingClock.Start, _status.Since);
        Assert.Equal(TimeSpan.FromSeconds(5), _status.Lasts);
    }

    [Fact]
    public void Another_reason_does()
    {
        _status.Becomes(CameraState.Unavailable, reason: CameraFaultTexts.Explain(CameraFault.NoDevice));
        _clock.Advance(TimeSpan.FromSeconds(5));

        _status.Becomes(CameraState.Unavailable, reason: CameraFaultTexts.Explain(CameraFault.Busy));

        Assert.Equal(TimeSpan.Zero, _status.Lasts);
    }

    [Fact]
    public void A_wall_clock_that_jumps_does_not_make_it_last_longer()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        _clock.ShiftWallClock(TimeSpan.FromDays(300));
        Assert.Equal(TimeSpan.FromSeconds(5), _status.Lasts);
    }

    [Fact]
    public void What_does_not_belong_to_a_new_state_is_forgotten()
    {
        _status.Becomes(CameraState.Live, s_mode);
        _status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        Assert.Null(_status.Mode);

        _status.Becomes(CameraState.Idle);
        Assert.Null(_status.Reason);
    }
}
