using PiLittleEye.Mail;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail;

public sealed class MailboxStateTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public void A_fault_stays_to_be_seen_when_it_is_over()
    {
        var state = new MailboxState(_clock);
        state.Fail(new MailUnavailableException("unreachable", "Nobody answers."), SteppingClock.Start.AddSeconds(5));
        Assert.Equal(SteppingClock.Start.AddSeconds(5), state.Report.NextTryAt);
        _clock.Advance(TimeSpan.FromSeconds(5));
        state.Enter(MailboxPhase.Waiting);

        Assert.Equal(MailboxPhase.Waiting, state.Report.Phase);
        Assert.Equal(SteppingClock.Start.AddSeconds(5), state.Report.Since);
        Assert.Equal("unreachable", state.Report.LastError?.Code);
        Assert.Null(state.Report.NextTryAt);
    }

    [Fact]
    public void A_phase_that_is_said_again_goes_on()
    {
        var state = new MailboxState(_clock);
        state.Enter(MailboxPhase.Waiting);
        _clock.Advance(TimeSpan.FromMinutes(9));
        state.Enter(MailboxPhase.Waiting);
        Assert.Equal(SteppingClock.Start, state.Report.Since);
    }
}
