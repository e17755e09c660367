using System.Text;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class JpegFrameTests : IDisposable
{
    private readonly JpegFramePool _pool = new();

    [Fact]
    public void What_was_written_into_its_room_is_the_jpeg()
    {
        var frame = _pool.Rent(1000);
        new Noise(1).Fill(frame.Room);
        var written = frame.Room.ToArray();

        frame.Seal(321, new Resolution(640, 480), SteppingClock.Start, Some.Reason);

        Assert.Equal(1000, written.Length);
        Assert.Equal(written[..321], frame.Jpeg.ToArray());
        Assert.Equal((321, new Resolution(640, 480), SteppingClock.Start), (frame.Length, frame.Size, frame.CapturedAt));
        Assert.Equal((Some.Reason, false), (frame.NoPicture, frame.IsLive));
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(-1)]
    public void A_length_outside_of_its_room_is_refused(int length)
    {
        var frame = _pool.Rent(1000);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Seal(length, Some.Size, SteppingClock.Start));
    }

    [Fact]
    public void It_can_be_full_to_the_last_byte()
    {
        var frame = CreateFrame(length: 1000);
        Assert.Equal("[{" + new string('j', 1000) + "}]", Text(frame.Wrap(new BracketWrapper(), isFramed: true)));
    }

    [Fact]
    public void A_sender_has_its_header_and_trailer_around_the_jpeg_with_or_without_the_framing()
    {
        var frame = CreateFrame(length: 3);
        var wrapper = new BracketWrapper();

        Assert.Equal("[{jjj}]", Text(frame.Wrap(wrapper, isFramed: true)));
        Assert.Equal("{jjj}", Text(frame.Wrap(wrapper, isFramed: false)));
        Assert.Equal("[{jjj}]", Text(frame.Wrap(wrapper, isFramed: true)));
        Assert.Equal(1, wrapper.Calls);
    }

    [Fact]
    public void A_header_that_fills_its_room_fits_and_a_longer_one_is_refused()
    {
        var exact = CreateFrame(length: 1).Wrap(new BracketWrapper(JpegFrame.HeadRoom - 2, JpegFrame.TailRoom - 2), isFramed: true);
        Assert.Equal(JpegFrame.HeadRoom + 1 + JpegFrame.TailRoom, exact.Length);

        Assert.ThrowsAny<ArgumentException>(() => CreateFrame(length: 1).Wrap(new BracketWrapper(JpegFrame.HeadRoom), isFramed: true));
    }

    [Fact]
    public void However_many_ask_at_once_it_is_wrapped_once()
    {
        for (var round = 0; round < 200; round++)
        {
            var frame = CreateFrame(length: 5);
            var wrapper = new BracketWrapper();
            var wrapped = new string[4];

            Together.Run(4, index => wrapped[index] = Text(frame.Wrap(wrapper, isFramed: index % 2 == 0)));

            Assert.Equal(["[{jjjjj}]", "{jjjjj}", "[{jjjjj}]", "{jjjjj}"], wrapped);
            Assert.Equal(1, wrapper.Calls);
            frame.Release();
        }
    }

    [Fact]
    public void It_goes_back_to_its_pool_when_the_last_holder_lets_go()
    {
        var frame = CreateFrame(length: 5);
        frame.Hold();
        frame.Hold();

        frame.Release();
        frame.Release();
        Assert.NotSame(frame, _pool.Rent(frame.Capacity));

        frame.Release();
        Assert.Same(frame, _pool.Rent(frame.Capacity));
    }

    [Fact]
    public void Letting_go_once_too_often_is_refused()
    {
        var frame = CreateFrame(length: 5);
        frame.Release();
        Assert.Throws<ArgumentOutOfRangeException>(frame.Release);
    }

    [Fact]
    public void Used_again_it_shows_nothing_of_its_former_life()
    {
        var card = _pool.Rent(1000);
        card.Seal(10, new Resolution(640, 480), SteppingClock.Start, Some.Reason);
        card.Wrap(new BracketWrapper(), isFramed: true);
        card.Release();

        var frame = CreateFrame(length: 4);

        Assert.Same(card, frame);
        Assert.True(frame.IsLive);
        Assert.Equal("[[[{jjjj}]]", Text(frame.Wrap(new BracketWrapper(moreHead: 2, moreTail: 1), isFramed: true)));
    }

    public void Dispose() => _pool.Dispose();

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.ASCII.GetString(bytes.Span);

    private JpegFrame CreateFrame(int length)
    {
        var frame = _pool.Rent(1000);
        frame.Room.Fill((byte)'j');
        frame.Seal(length, Some.Size, SteppingClock.Start);
        return frame;
    }
}
