using Microsoft.Extensions.Options;
using PiLittleEye.Frames;
using PiLittleEye.Rights;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class ViewersTests
{
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<Viewers> _log = new();
    private readonly FrameHub _hub;
    private readonly Viewers _viewers;
    private int _cuts;

    public ViewersTests()
    {
        _hub = new FrameHub("some", _clock);
        _viewers = new Viewers(Options.Create(new StreamingOptions { MostViewers = 3, StalledSeconds = 20 }), _log);
    }

    [Fact]
    public void No_more_than_allowed_come_in_also_at_the_same_moment()
    {
        var admitted = 0;
        Together.Run(
            20,
            _ =>
            {
                if (_viewers.TryAdd(Connect()))
                {
                    Interlocked.Increment(ref admitted);
                }
            }
        );
        Assert.Equal((3, 3), (admitted, _viewers.Count));
    }

    [Fact]
    public void Whoever_leaves_makes_room_and_counts_once()
    {
        var connection = Add();
        _viewers.Remove(connection);
        _viewers.Remove(connection);
        Assert.Equal(0, _viewers.Count);
    }

    [Fact]
    public void The_end_of_a_session_ends_its_streams_alone()
    {
        var (mine, also, other) = (Add("mine"), Add("mine"), Add("other"));
        _viewers.Reconsider(SignedOut("mine"));
        Assert.Equal([StreamEnd.SignedOut, StreamEnd.SignedOut, StreamEnd.None], new[] { mine.End, also.End, other.End });
        Assert.Equal(0, _cuts);
    }

    [Fact]
    public void The_end_of_the_service_ends_all()
    {
        var connections = new[] { Add("mine"), Add("other") };
        _viewers.EndAll();
        Assert.All(connections, connection => Assert.Equal(StreamEnd.Stopping, connection.End));
    }

    [Fact]
    public void Whoever_comes_while_the_service_ends_is_sent_away_too()
    {
        _viewers.EndAll();
        Assert.Equal(StreamEnd.Stopping, Add().End);
    }

    [Fact]
    public void Whoever_takes_nothing_for_twenty_seconds_is_cut_and_nobody_else()
    {
        var (stalled, waiting) = (Add(), Add());
        stalled.WriteBegins();
        _clock.Advance(TimeSpan.FromSeconds(20));
        _viewers.CutStalled();
        Assert.Equal(0, _cuts);

        _clock.Advance(TimeSpan.FromSeconds(0.5));
        _viewers.CutStalled();

        Assert.Equal(1, _cuts);
        Assert.Equal((StreamEnd.ViewerStalled, StreamEnd.None), (stalled.End, waiting.End));
        Assert.Equal("A viewer took nothing for 00:00:20.5000000 and was cut off", Assert.Single(_log.Messages));
    }

    [Fact]
    public void A_slow_viewer_that_still_takes_frames_stays()
    {
        var slow = Add();
        for (var frame = 0; frame < 10; frame++)
        {
            slow.WriteBegins();
            _clock.Advance(TimeSpan.FromSeconds(19));
            _viewers.CutStalled();
            slow.WriteEnds();
        }

        Assert.Equal(0, _cuts);
    }

    [Fact]
    public void Whoever_is_asked_to_leave_and_takes_nothing_is_cut_after_a_second()
    {
        var stalled = Add("mine");
        stalled.WriteBegins();
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        _viewers.Reconsider(SignedOut("mine"));
        _viewers.CutStalled();
        Assert.Equal(1, _cuts);
        Assert.Equal(StreamEnd.SignedOut, stalled.End);
    }

    [Fact]
    public void A_right_on_another_camera_is_none_on_this_one()
    {
        var connection = Add();
        _viewers.Reconsider(StandingOf(caller => caller with { Grants = new Grants([new("other", Right.All)]) }));
        Assert.Equal(StreamEnd.SignedOut, connection.End);
    }

    [Fact]
    public void Whose_time_is_over_leaves_by_itself()
    {
        var (guest, other) = (Connect(Some.Caller() with { ExpiresAt = _clock.GetUtcNow() + TimeSpan.FromSeconds(5) }), Add());
        Assert.True(_viewers.TryAdd(guest));
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        _viewers.EndExpired(_clock.GetUtcNow(), StandingOf(caller => caller));
        Assert.Equal(StreamEnd.None, guest.End);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        _viewers.EndExpired(_clock.GetUtcNow(), StandingOf(caller => caller));
        Assert.Equal((StreamEnd.SignedOut, StreamEnd.None), (guest.End, other.End));
    }

    private Standing SignedOut(string session) => StandingOf(caller => caller.Credential == session ? null : caller);

    private Standing StandingOf(Func<Caller, Caller?> refresh) => new([new ToldCallers(refresh)], [], _clock);

    private StreamConnection Add(string session = "mine")
    {
        var connection = Connect(session);
        Assert.True(_viewers.TryAdd(connection));
        return connection;
    }

    private StreamConnection Connect(string session = "mine") => Connect(Some.Caller(session));

    private StreamConnection Connect(Caller caller) =>
        new(_hub.Join(isStream: true), caller, "some", () => Interlocked.Increment(ref _cuts), _clock);

    private sealed class ToldCallers(Func<Caller, Caller?> refresh) : ICallerSource
    {
        public CallerKind Kind => CallerKind.Account;

        public Caller? Refresh(Caller caller) => refresh(caller);
    }
}
