using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class PipeCaptureTests
{
    private const int FramesPerSecond = 60;

    [Theory]
    [InlineData(1280, 720, false)]
    [InlineData(800, 600, false)] // rows of luma padded to 832 bytes
    [InlineData(800, 600, true)] // and to 896 on a Pi 5
    [InlineData(416, 240, true)]
    public void Frames_come_whole_in_order_and_without_padding(int width, int height, bool isPi5)
    {
        var mode = new CaptureMode(new Resolution(width, height), FramesPerSecond);
        using var capture = Open(Plan(mode, isPi5).With($"CAMERA_STUB_BOARD={(isPi5 ? "pi5" : "pi4")}"));
        using var frame = new RawFrame();
        var last = -1;
        for (var i = 1; i <= 5; i++)
        {
            Assert.True(capture.Read(frame, CancellationToken.None));
            Assert.Equal(mode.Size, frame.Size);
            Assert.Equal(i, frame.Sequence);
            Assert.True(CameraStub.NumberIn(frame) > last);
            last = CameraStub.NumberIn(frame);
            // The stub's padding is 0xEE in all planes; its picture has no such value.
            Assert.Equal(-1, frame.Bytes.IndexOf((byte)0xEE));
            Assert.InRange(TimeProvider.System.GetUtcNow() - frame.CapturedAt, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        }
    }

    [Theory]
    [InlineData("end:2", nameof(CameraFault.ProgramEnded))]
    [InlineData("crash:2", nameof(CameraFault.ProgramEnded))]
    [InlineData("short:2", nameof(CameraFault.ShortFrame))]
    [InlineData("hang:2", nameof(CameraFault.NoFrames))]
    [InlineData("timeout:2", nameof(CameraFault.NoFrames))]
    [InlineData("size:2", nameof(CameraFault.WrongSize))]
    [InlineData("no-camera", nameof(CameraFault.NoDevice))]
    [InlineData("busy", nameof(CameraFault.Busy))]
    [InlineData("legacy", nameof(CameraFault.StackMissing))]
    public void Each_way_to_fail_has_its_fault(string behaviour, string expected)
    {
        using var capture = Open(Plan().With($"CAMERA_STUB_FAULT={behaviour}"));
        using var frame = new RawFrame();
        var failure = Assert.Throws<CameraUnavailableException>(() =>
        {
            while (capture.Read(frame, CancellationToken.None))
            {
                // Until it fails.
            }
        });
        Assert.Equal(expected, failure.Fault.ToString());
    }

    [Fact]
    public void A_program_that_talks_without_end_is_listened_to_and_not_waited_for()
    {
        using var capture = Open(Plan().With("CAMERA_STUB_FAULT=chatter"));
        using var frame = new RawFrame();
        Assert.True(capture.Read(frame, CancellationToken.None));
    }

    [Fact]
    public async Task A_read_under_way_ends_soon_after_it_is_cancelled()
    {
        using var capture = Open(Plan().With("CAMERA_STUB_FAULT=hang:0"));
        using var frame = new RawFrame();
        using var cancelled = new CancellationTokenSource();
        var reading = Task.Run(() => capture.Read(frame, cancelled.Token));
        await cancelled.CancelAsync();
        Assert.False(await reading.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_program_that_is_not_installed_is_a_missing_stack()
    {
        var plan = Plan() with { Program = "rpicam-vid-of-another-world" };
        Assert.Equal(CameraFault.StackMissing, Assert.Throws<CameraUnavailableException>(() => Open(plan)).Fault);
    }

    private static ChildPlan Plan() => Plan(new CaptureMode(new Resolution(640, 480), FramesPerSecond), isPi5: false);

    private static ChildPlan Plan(CaptureMode mode, bool isPi5) =>
        RpicamProgram.Plan(CameraStub.PathOf("rpicam-vid"), camera: 0, mode, readOut: null, isPi5);

    private static PipeCapture Open(ChildPlan plan) => new(plan, TimeProvider.System);
}
