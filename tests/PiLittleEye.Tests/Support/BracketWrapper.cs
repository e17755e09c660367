using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>Writes <c>[{</c> in front of a frame and <c>}]</c> behind it, more of the square ones where that is asked for, and counts.</summary>
internal sealed class BracketWrapper(int moreHead = 0, int moreTail = 0) : IFrameWrapper
{
    private int _calls;

    public int Calls => _calls;

    public FrameWrapping Wrap(JpegFrame frame, Span<byte> head, Span<byte> tail)
    {
        Interlocked.Increment(ref _calls);
        head[..(moreHead + 1)].Fill((byte)'[');
        head[moreHead + 1] = (byte)'{';
        tail[0] = (byte)'}';
        tail.Slice(1, moreTail + 1).Fill((byte)']');
        return new FrameWrapping(moreHead + 1, 1, 1, moreTail + 1);
    }
}
