using System.Collections.Concurrent;
using PiLittleEye.Cameras;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>A capture that hands over what the test gives it and else blocks, as a device does.</summary>
internal sealed class ScriptedCapture(CaptureMode wanted, CaptureMode agreed, TimeProvider clock) : ICapture
{
    private readonly BlockingCollection<(Action<RawFrame> Fill, TaskCompletionSource Done)> _orders = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _underWay;
    private long _sequence;

    /// <summary>What was asked of the device.</summary>
    public CaptureMode Wanted { get; } = wanted;

    public CaptureMode Mode { get; } = agreed;

    /// <summary>Done when the camera was closed.</summary>
    public Task ClosedAsync() => Limit.On(_closed.Task, "the camera closed");

    /// <summary>One picture, captured now. Done when the session has dealt with it and wants the next one, or has closed the camera.</summary>
    public Task DeliverAsync() => OrderAsync(raw => Quadrants.Paint(raw.ShapeAsI420(Mode.Size)));

    /// <summary>Some bytes that should be a JPEG, captured now.</summary>
    public Task DeliverAsync(byte[] jpeg) => OrderAsync(raw => jpeg.CopyTo(raw.ShapeAsMjpeg(Mode.Size, jpeg.Length)));

    /// <summary>The next Read throws.</summary>
    public Task FailAsync(Exception failure) => OrderAsync(_ => throw failure);

    public bool Read(RawFrame frame, CancellationToken cancellationToken)
    {
        _underWay?.TrySetResult();
        _underWay = null;
        try
        {
            var (fill, done) = _orders.Take(cancellationToken);
            _underWay = done;
            fill(frame);
            frame.Stamp(++_sequence, clock.GetUtcNow());
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _underWay?.TrySetResult();
        _closed.TrySetResult();
    }

    private Task OrderAsync(Action<RawFrame> fill)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Add((fill, done));
        return Limit.On(done.Task, "the frame taken");
    }
}
