using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class TestShotTests : IDisposable
{
    // Cut in the middle of its header.
    private static readonly byte[] s_damaged = JpegReader.Sample("420")[..100];

    private readonly CameraRig _rig = new();

    [Fact]
    public async Task It_is_the_picture_after_the_camera_has_settled_and_the_camera_is_closed()
    {
        var (taking, capture) = await TakeAsync();
        for (var frame = 1; frame <= 7; frame++)
        {
            await capture.DeliverAsync();
        }

        Assert.False(taking.IsCompleted);
        await capture.DeliverAsync();
        var (mode, picture) = await Limit.On(taking, "a picture");

        Assert.Equal(capture.Mode, mode);
        using var decoded = JpegReader.Decode(picture);
        Assert.Equal(new Resolution(64, 64), decoded.Size);
        await capture.ClosedAsync();
        picture.Release();
    }

    [Fact]
    public async Task Damaged_pictures_are_passed_over()
    {
        var (taking, capture) = await TakeAsync();
        for (var frame = 1; frame <= 7 + 29; frame++)
        {
            await capture.DeliverAsync(s_damaged);
        }

        Assert.False(taking.IsCompleted);
        await capture.DeliverAsync();
        (await Limit.On(taking, "a picture")).Picture.Release();
    }

    [Fact]
    public async Task Nothing_but_damaged_pictures_is_a_fault_with_its_reason()
    {
        var (taking, capture) = await TakeAsync();
        for (var frame = 1; frame <= 7 + 30; frame++)
        {
            await capture.DeliverAsync(s_damaged);
        }

        var fault = await Assert.ThrowsAsync<CameraUnavailableException>(() => Limit.On(taking, "the end"));
        Assert.Equal(CameraFault.ShortFrame, fault.Fault);
        await capture.ClosedAsync();
    }

    public void Dispose() => _rig.Dispose();

    private async Task<(Task<(CaptureMode Mode, JpegFrame Picture)> Taking, ScriptedCapture Capture)> TakeAsync()
    {
        var taking = Task.Run(() => TestShot.Take(_rig.Camera), TestContext.Current.CancellationToken);
        return (taking, await _rig.Device.OpenedAsync());
    }
}
