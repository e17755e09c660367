using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class StreamConnectionTests
{
    private readonly SteppingClock _clock = new();
    private readonly FrameViewer _viewer;
    private readonly StreamConnection _connection;
    private int _cuts;

    public StreamConnectionTests()
    {
        _viewer = new FrameHub("some", _clock).Join(isStream: true);
        _connection = new StreamConnection(_viewer, Some.Caller(), "some", () => _cuts++, _clock);
    }

    [Fact]
    public void It_knows_for_how_long_a_write_has_been_waiting()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, _connection.WaitingFor);
        _connection.WriteBegins();
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), _connection.WaitingFor);
        _connection.WriteEnds();
        Assert.Equal(TimeSpan.Zero, _connection.WaitingFor);
    }

    [Fact]
    public async Task The_first_reason_to_end_counts_and_ends_the_wait_for_frames()
    {
        var waiting = _viewer.NextAsync();
        _connection.Finish(StreamEnd.SignedOut);
        _connection.Finish(StreamEnd.ViewerLeft);
        Assert.Null(await waiting);
        Assert.Equal(StreamEnd.SignedOut, _connection.End);
        Assert.Equal(0, _cuts);
    }

    [Fact]
    public void Cutting_ends_the_connection_too()
    {
        _connection.Cut(StreamEnd.ViewerStalled);
        Assert.Equal((StreamEnd.ViewerStalled, 1), (_connection.End, _cuts));
    }
}
