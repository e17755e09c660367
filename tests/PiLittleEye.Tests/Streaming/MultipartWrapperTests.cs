using System.Text;
using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class MultipartWrapperTests : IDisposable
{
    private static readonly DateTimeOffset s_moment = new(2026, 11, 21, 14, 3, 59, 45, 678, TimeSpan.FromHours(2));

    private readonly JpegFramePool _pool = new();

    [Fact]
    public void A_live_frame_is_a_part_with_its_length_and_its_moment()
    {
        var frame = Some.Frame(_pool, s_moment);
        const string head =
            "Content-Type: image/jpeg\r\nContent-Length: 100\r\nX-Timestamp: 1795262639.045678\r\n"
            + "X-Frame-Captured-At: 2026-11-21T12:03:59.045Z\r\nX-Frame-State: live\r\n\r\n";
        Assert.Equal(head, Head(frame, isFramed: false));
        Assert.Equal("\r\n--frame\r\n", Tail(frame, isFramed: false));
        frame.Release();
    }

    [Fact]
    public void In_a_chunk_the_length_is_that_of_everything_between()
    {
        var frame = Some.Frame(_pool, s_moment);
        var bare = frame.Wrap(MultipartWrapper.Instance, isFramed: false).Length;
        var framed = Encoding.ASCII.GetString(frame.Wrap(MultipartWrapper.Instance, isFramed: true).Span);
        Assert.StartsWith($"{bare:x}\r\nContent-Type: image/jpeg\r\n", framed, StringComparison.Ordinal);
        Assert.EndsWith("\r\n--frame\r\n\r\n", framed, StringComparison.Ordinal);
        Assert.Equal(bare, framed.Length - $"{bare:x}\r\n".Length - "\r\n".Length);
        frame.Release();
    }

    [Fact]
    public void A_card_says_in_its_header_why_there_is_no_picture()
    {
        var frame = Some.Frame(_pool, s_moment, Some.Reason);
        Assert.Contains("X-Frame-State: some-code\r\n", Head(frame, isFramed: false), StringComparison.Ordinal);
        frame.Release();
    }

    [Fact]
    public void The_longest_header_fits_in_front_of_a_frame()
    {
        var frame = _pool.Rent(100_000_000);
        frame.Seal(99_999_999, Some.Size, DateTimeOffset.MaxValue, new NoPicture(new string('x', 40), "t", "e", "r"));
        var head = Head(frame, isFramed: true);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.InRange(head.Length, 100, JpegFrame.HeadRoom);
        frame.Release();
    }

    [Fact]
    public void No_header_holds_the_beginning_of_a_JPEG()
    {
        var frame = Some.Frame(_pool, s_moment);
        var head = Encoding.Latin1.GetBytes(Head(frame, isFramed: true));
        Assert.Equal(-1, head.AsSpan().IndexOf(new byte[] { 0xFF, 0xD8 }));
        frame.Release();
    }

    [Theory]
    [InlineData(true, "9\r\n--frame\r\n\r\n")]
    [InlineData(false, "--frame\r\n")]
    public void The_opening_is_a_chunk_of_its_own_or_bare(bool isFramed, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(MultipartWrapper.Chunk(MultipartWrapper.Opening, isFramed)));

    public void Dispose() => _pool.Dispose();

    private static string Head(JpegFrame frame, bool isFramed)
    {
        var wrapped = Encoding.Latin1.GetString(frame.Wrap(MultipartWrapper.Instance, isFramed).Span);
        return wrapped[..(wrapped.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)];
    }

    private static string Tail(JpegFrame frame, bool isFramed)
    {
        var wrapped = frame.Wrap(MultipartWrapper.Instance, isFramed);
        return Encoding.Latin1.GetString(wrapped.Span[(Head(frame, isFramed).Length + frame.Length)..]);
    }
}
