using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CamerasWorkerTests : IDisposable
{
    private readonly CameraRig _good = new();
    private readonly CameraRig _bad = new();
    private readonly CamerasWorker _worker;

    public CamerasWorkerTests() => _worker = new CamerasWorker([_good.CreateWorker(), _bad.CreateWorker()]);

    [Fact]
    public async Task Each_camera_runs_for_its_own_viewers()
    {
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        using var viewer = _good.Hub.Join(isStream: true);
        var capture = await _good.Device.OpenedAsync();
        await capture.DeliverAsync();
        Assert.Equal((CameraState.Live, 0), (_good.Status.State, _bad.Device.Attempts));

        await Limit.On(_worker.StopAsync(CancellationToken.None), "the worker stopped");
        await capture.ClosedAsync();
        Assert.False(_worker.ExecuteTask!.IsFaulted);
    }

    [Fact]
    public async Task What_no_camera_can_be_blamed_for_ends_all_and_is_not_swallowed()
    {
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        using var viewer = _good.Hub.Join(isStream: true);
        var capture = await _good.Device.OpenedAsync();
        await capture.DeliverAsync();
        _bad.Device.CannotOpen = new InvalidOperationException("a mistake of ours");
        using var another = _bad.Hub.Join(isStream: true);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Limit.On(_worker.ExecuteTask!, "the end of all"));

        Assert.Equal("a mistake of ours", failure.Message);
        await capture.ClosedAsync();
    }

    public void Dispose()
    {
        _worker.Dispose();
        _good.Dispose();
        _bad.Dispose();
    }
}
