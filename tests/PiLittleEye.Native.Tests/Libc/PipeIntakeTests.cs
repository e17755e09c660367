using System.IO.Pipes;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Tests.Libc;

public sealed class PipeIntakeTests : IDisposable
{
    private static readonly TimeSpan s_forEver = TimeSpan.FromSeconds(20);

    private readonly AnonymousPipeServerStream _writer = new(PipeDirection.Out);

    [Fact]
    public void It_takes_what_is_there_and_no_more_than_there_is_room_for()
    {
        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        _writer.Write([1, 2, 3, 4, 5]);
        var room = new byte[3];

        Assert.Equal(3, intake.Read(room));
        Assert.Equal([1, 2, 3], room);
        Assert.Equal(2, intake.Read(room));
        Assert.Equal([4, 5, 3], room);
    }

    [Fact]
    public void The_end_is_a_read_of_nothing_however_often()
    {
        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        _writer.Write([1]);
        _writer.Dispose();

        Assert.Equal([1, 0, 0], [intake.Read(new byte[9]), intake.Read(new byte[9]), intake.Read(new byte[9])]);
    }

    [Fact]
    public void It_waits_for_data_only_as_long_as_it_is_told()
    {
        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        Assert.False(intake.WaitForData(TimeSpan.Zero));
        Assert.False(intake.WaitForData(TimeSpan.FromMilliseconds(1)));
        Assert.False(intake.WaitForData(TimeSpan.FromSeconds(-1)));

        _writer.WriteByte(1);

        Assert.True(intake.WaitForData(s_forEver));
    }

    [Fact]
    public void It_is_woken_by_data_and_by_the_end()
    {
        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        using (Soon(() => _writer.WriteByte(1)))
        {
            Assert.True(intake.WaitForData(s_forEver));
        }

        intake.Read(new byte[1]);
        using (Soon(_writer.Dispose))
        {
            Assert.True(intake.WaitForData(s_forEver));
        }

        Assert.Equal(0, intake.Read(new byte[1]));
    }

    [Fact]
    public void A_frame_larger_than_the_pipe_arrives_whole_and_in_order()
    {
        var sent = new byte[1920 * 1080 * 3 / 2];
        for (var i = 0; i < sent.Length; i++)
        {
            sent[i] = (byte)(i * 31 >> 3);
        }

        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        var received = new byte[sent.Length];
        using (Soon(() => _writer.Write(sent)))
        {
            for (var length = 0; length < received.Length; )
            {
                length += intake.Read(received.AsSpan(length));
            }
        }

        Assert.True(received.AsSpan().SequenceEqual(sent));
    }

    [Fact]
    public void A_pipe_that_was_made_non_blocking_is_read_blocking()
    {
        var fd = (int)_writer.ClientSafePipeHandle.DangerousGetHandle();
        Assert.Equal(0, LibcFunctions.fcntl(fd, LibcFunctions.F_SETFL, LibcFunctions.O_NONBLOCK));
        var intake = new PipeIntake(_writer.ClientSafePipeHandle);
        using (Soon(() => _writer.WriteByte(7)))
        {
            var room = new byte[1];
            Assert.Equal(1, intake.Read(room));
            Assert.Equal(7, room[0]);
        }
    }

    [Fact]
    public void What_cannot_be_read_says_why()
    {
        // The end that writes.
        var intake = new PipeIntake(_writer.SafePipeHandle);
        Assert.Equal(9, Assert.Throws<NativeCallException>(() => intake.Read(new byte[1])).Errno);
    }

    public void Dispose() => _writer.Dispose();

    private static Finishing Soon(Action action) => new(action);

    /// <summary>Something done on another thread; leaving the block waits for its end.</summary>
    private sealed class Finishing : IDisposable
    {
        private readonly Thread _thread;

        public Finishing(Action action)
        {
            _thread = new Thread(() => action());
            _thread.Start();
        }

        public void Dispose() => _thread.Join();
    }
}
