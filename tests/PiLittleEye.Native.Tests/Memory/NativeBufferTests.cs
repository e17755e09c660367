using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PiLittleEye.Native.Memory;

namespace PiLittleEye.Native.Tests.Memory;

public sealed class NativeBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(3_110_400)]
    public void It_is_zeroed_and_writable_to_its_last_byte(int length)
    {
        using var buffer = new NativeBuffer(length);

        Assert.Equal(length, buffer.Length);
        Assert.Equal(length, buffer.Span.Length);
        Assert.False(buffer.Span.ContainsAnyExcept((byte)0));
        buffer.Span.Fill(0xa5);
        Assert.False(buffer.Span.ContainsAnyExcept((byte)0xa5));
    }

    [Fact]
    public void Memory_and_span_are_the_same_bytes()
    {
        using var buffer = new NativeBuffer(100);
        buffer.Span[99] = 7;
        Assert.Equal(7, buffer.Memory.Span[99]);
        Assert.Equal(100, buffer.Memory.Length);
    }

    [Fact]
    public void It_begins_at_the_start_of_a_page()
    {
        using var buffer = new NativeBuffer(100);
        var address = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(buffer.Span));
        Assert.Equal(0, address % Environment.SystemPageSize);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Nothing_outside_of_it_can_be_pinned(int index)
    {
        using var buffer = new NativeBuffer(100);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Pin(index));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void None_without_a_length(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new NativeBuffer(length));

    [Fact]
    public void After_its_end_nobody_gets_at_the_bytes()
    {
        var buffer = new NativeBuffer(100);
        var memory = buffer.Memory;

        ((IDisposable)buffer).Dispose();
        ((IDisposable)buffer).Dispose();

        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => memory.Pin());
    }
}
