using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>A picture of noise amid memory that nobody may write to, and a copy to see what has changed.</summary>
internal sealed class GuardedPicture
{
    private const int Guard = 8192;

    private readonly byte[] _memory;
    private readonly byte[] _before;

    public GuardedPicture(Resolution size, ulong seed = 1)
    {
        Size = size;
        _memory = new byte[size.I420Length + (2 * Guard)];
        new Noise(seed).Fill(_memory);
        _before = [.. _memory];
    }

    public Resolution Size { get; }

    public I420Picture Picture => new(_memory.AsSpan(Guard, Size.I420Length), Size);

    public I420Picture Before => new(_before.AsSpan(Guard, Size.I420Length), Size);

    public void AssertGuardsIntact()
    {
        Assert.True(_memory.AsSpan(0, Guard).SequenceEqual(_before.AsSpan(0, Guard)), "written before the picture");
        Assert.True(_memory.AsSpan(^Guard).SequenceEqual(_before.AsSpan(^Guard)), "written behind the picture");
    }

    /// <summary>The pixels outside of this rectangle are what they were.</summary>
    public void AssertUnchangedOutside(int left, int top, int width, int height)
    {
        AssertUnchangedOutside(Picture.Y, Before.Y, Size.Width, left, top, width, height);
        AssertUnchangedOutside(Picture.U, Before.U, Size.Width / 2, left / 2, top / 2, (width + 1) / 2, height / 2);
        AssertUnchangedOutside(Picture.V, Before.V, Size.Width / 2, left / 2, top / 2, (width + 1) / 2, height / 2);
    }

    private static void AssertUnchangedOutside(Span<byte> now, Span<byte> before, int stride, int left, int top, int width, int height)
    {
        for (var i = 0; i < now.Length; i++)
        {
            var (y, x) = Math.DivRem(i, stride);
            var isInside = x >= left && x < left + width && y >= top && y < top + height;
            if (!isInside && now[i] != before[i])
            {
                Assert.Fail($"pixel {x},{y} has changed, outside of {width}x{height} at {left},{top}");
            }
        }
    }
}
