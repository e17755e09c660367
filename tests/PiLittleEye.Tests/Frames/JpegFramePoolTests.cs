using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class JpegFramePoolTests : IDisposable
{
    // More than it keeps.
    private const int Many = 20;

    private readonly JpegFramePool _pool = new();

    [Fact]
    public void A_frame_that_came_back_is_used_again()
    {
        var first = _pool.Rent(1000);
        first.Release();
        Assert.Same(first, _pool.Rent(1000));
    }

    [Fact]
    public void Frames_in_use_are_never_given_out()
    {
        var rented = RentMany(1000);
        Assert.Equal(Many, rented.Distinct().Count());
    }

    [Fact]
    public void It_keeps_no_more_than_four_and_frees_the_rest()
    {
        var rented = RentMany(1000);

        rented.ForEach(frame => frame.Release());

        Assert.Equal(4, rented.Count(frame => !IsFreed(frame)));
        Assert.Equal(4, RentMany(1000).Intersect(rented).Count());
    }

    [Fact]
    public void A_new_size_frees_what_is_kept_of_the_old_one()
    {
        var old = RentMany(1000);
        old.ForEach(frame => frame.Release());

        var frame = _pool.Rent(2000);

        Assert.Equal(2000, frame.Capacity);
        Assert.All(old, freed => Assert.True(IsFreed(freed)));
    }

    [Fact]
    public void Trimmed_it_keeps_nothing_but_can_be_used_again()
    {
        var (kept, held) = (_pool.Rent(1000), _pool.Rent(1000));
        kept.Release();

        _pool.Trim();

        Assert.True(IsFreed(kept));
        Assert.False(IsFreed(held));
        held.Release();
        Assert.Same(held, _pool.Rent(1000));
    }

    [Fact]
    public void After_its_end_a_frame_lives_until_its_last_holder_lets_go()
    {
        var frame = Some.Frame(_pool, SteppingClock.Start);

        _pool.Dispose();

        Assert.False(IsFreed(frame));
        frame.Release();
        Assert.True(IsFreed(frame));
    }

    public void Dispose() => _pool.Dispose();

    private static bool IsFreed(JpegFrame frame)
    {
        try
        {
            return frame.Room.IsEmpty;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private List<JpegFrame> RentMany(int capacity) => [.. Enumerable.Range(0, Many).Select(_ => _pool.Rent(capacity))];
}
