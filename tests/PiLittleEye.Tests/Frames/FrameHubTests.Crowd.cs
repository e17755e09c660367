using System.Buffers.Binary;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed partial class FrameHubTests
{
    private const int Crowd = 50;
    private const int Looks = 40;

    [Fact]
    public async Task A_crowd_that_comes_and_goes_sees_whole_frames_in_order_and_leaves_nothing_behind()
    {
        var alive = new HashSet<JpegFrame>();
        using var over = new CancellationTokenSource();
        var looks = new int[Crowd];
        var looking = Enumerable.Range(0, Crowd).Select(index => Task.Run(() => LookAsync(looks, index, over.Token))).ToList();

        for (var id = 1; looks.Min() < Looks && !looking.Exists(task => task.IsFaulted); id++)
        {
            alive.Add(PublishNumbered(id));
            if (id % 10 == 0)
            {
                alive.RemoveWhere(IsFreed);

                // One for each viewer, one for the hub, and what the pool has to spare.
                Assert.InRange(alive.Count, 1, Crowd + 1 + 4);
                await Task.Yield();
            }
        }

        await over.CancelAsync();
        _hub.Publish(Some.Frame(_pool, _clock.GetUtcNow(), Some.Reason));
        await Limit.On(Task.WhenAll(looking), "everybody left");

        Assert.Equal((0, TimeSpan.Zero), (_hub.StreamCount, _hub.IdleFor));
        _hub.Clear();
        _pool.Dispose();
        Assert.All(alive, frame => Assert.True(IsFreed(frame)));
    }

    [Fact]
    public void Publishing_to_a_crowd_allocates_nothing_nor_does_taking()
    {
        var eyes = Enumerable.Range(0, Crowd).Select(_ => new SteadyEye(_hub.Join(isStream: true, TimeSpan.FromTicks(1)))).ToArray();

        // The runtime may allocate while it compiles a method again; a round without that must be free of it.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBy(PublishMany)));

        void PublishMany()
        {
            for (var frame = 0; frame < 30; frame++)
            {
                // Half of them wait, the others come when it is there.
                for (var eye = 0; eye < Crowd / 2; eye++)
                {
                    eyes[eye].Wait();
                }

                Publish();
                foreach (var eye in eyes)
                {
                    eye.TryTake();
                }

                _clock.ShiftWallClock(TimeSpan.FromMilliseconds(66));
            }
        }
    }

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

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private JpegFrame PublishNumbered(long id)
    {
        var frame = _pool.Rent(1000);
        BinaryPrimitives.WriteInt64LittleEndian(frame.Room, id);
        frame.Seal(100, Some.Size, _clock.GetUtcNow());
        _hub.Publish(frame);
        return frame;
    }

    // The first leaves after each frame, the last after fifty; all come again.
    private async Task LookAsync(int[] looks, int index, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var viewer = _hub.Join(isStream: true);
            long last = 0;
            for (var frames = 0; frames <= index && !over.IsCancellationRequested; frames++)
            {
                var frame = (await viewer.NextAsync())!;
                Assert.True(frame.Sequence > last, "older than the one before");
                last = frame.Sequence;
                if (frame.IsLive)
                {
                    Assert.Equal(last, BinaryPrimitives.ReadInt64LittleEndian(frame.Jpeg.Span));
                    await Task.Yield();
                    Assert.Equal(last, BinaryPrimitives.ReadInt64LittleEndian(frame.Jpeg.Span));
                }

                frame.Release();
                Volatile.Write(ref looks[index], looks[index] + 1);
            }
        }
    }
}
