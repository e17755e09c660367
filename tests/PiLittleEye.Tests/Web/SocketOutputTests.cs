using System.Buffers;
using System.Net.Sockets;
using System.Text;
using PiLittleEye.Tests.Support;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Web;

public sealed class SocketOutputTests
{
    // More than both kernel buffers of a pair take.
    private const int Much = 4 << 20;

    [Fact]
    public async Task What_is_written_leaves_at_once_and_on_the_writers_thread()
    {
        using var pair = await SocketPair.OpenAsync();
        var writing = new SocketOutput(pair.Near).WriteAsync("record"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.True(writing.IsCompletedSuccessfully);
        Assert.False((await writing).IsCompleted);
        Assert.Equal("record", Encoding.ASCII.GetString(await pair.ReceiveAsync(6)));
    }

    [Fact]
    public async Task What_was_written_in_other_ways_keeps_its_place()
    {
        using var pair = await SocketPair.OpenAsync();
        var output = new SocketOutput(pair.Near);
        output.Write("one "u8);
        await output.FlushAsync(TestContext.Current.CancellationToken);
        output.Write("two "u8);
        "three "u8.CopyTo(output.GetMemory(6).Span);
        output.Advance(6);
        await output.WriteAsync("four "u8.ToArray(), TestContext.Current.CancellationToken);
        await output.FlushAsync(TestContext.Current.CancellationToken);
        await output.WriteAsync("five."u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("one two three four five.", Encoding.ASCII.GetString(await pair.ReceiveAsync(24)));
    }

    [Fact]
    public async Task A_write_waits_for_a_reader_that_is_slow_and_leaves_nothing_out()
    {
        using var pair = await SocketPair.OpenAsync();
        var much = new byte[Much];
        new Noise(5).Fill(much);
        var writing = new SocketOutput(pair.Near).WriteAsync(much, TestContext.Current.CancellationToken).AsTask();
        Assert.False(writing.IsCompleted);

        Assert.Equal(much, await pair.ReceiveAsync(Much));

        Assert.False((await Limit.On(writing, "all was taken")).IsCompleted);
    }

    [Fact]
    public async Task Closing_the_socket_ends_a_write_that_waits()
    {
        using var pair = await SocketPair.OpenAsync();
        var writing = new SocketOutput(pair.Near).WriteAsync(new byte[Much], TestContext.Current.CancellationToken).AsTask();
        Assert.False(writing.IsCompleted);

        pair.Near.Dispose();

        Assert.True((await Limit.On(writing, "the write ended")).IsCompleted);
    }

    [Fact]
    public async Task A_reader_that_vanishes_ends_a_write_that_waits_and_every_later_one_without_an_exception()
    {
        using var pair = await SocketPair.OpenAsync();
        var output = new SocketOutput(pair.Near);
        var writing = output.WriteAsync(new byte[Much], TestContext.Current.CancellationToken).AsTask();
        Assert.False(writing.IsCompleted);

        pair.Far.LingerState = new LingerOption(true, 0);
        pair.Far.Dispose();

        Assert.True((await Limit.On(writing, "the write ended")).IsCompleted);
        Assert.True((await output.WriteAsync("more"u8.ToArray(), TestContext.Current.CancellationToken)).IsCompleted);
        Assert.True((await output.FlushAsync(TestContext.Current.CancellationToken)).IsCompleted);
    }

    // A token that ends a write in the middle of a TLS record would spoil the connection for whoever writes next.
    [Fact]
    public async Task A_write_is_never_left_half_done_for_a_token()
    {
        using var pair = await SocketPair.OpenAsync();
        using var impatience = new CancellationTokenSource();
        var writing = new SocketOutput(pair.Near).WriteAsync(new byte[Much], impatience.Token).AsTask();
        await impatience.CancelAsync();
        await pair.ReceiveAsync(Much);
        Assert.False((await Limit.On(writing, "all was taken")).IsCompleted);
    }
}
