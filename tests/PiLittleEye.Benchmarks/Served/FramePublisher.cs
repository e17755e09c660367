using PiLittleEye.Cameras;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>Publishes one JPEG at a steady rate, from a thread of its own as a camera does.</summary>
internal sealed class FramePublisher(Camera camera, byte[] jpeg, double rate) : IHostedService, IDisposable
{
    private static readonly Resolution s_size = new(1280, 720);

    private readonly ManualResetEvent _stop = new(initialState: false);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        new Thread(Publish) { IsBackground = true, Name = "publisher" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Set();
        return Task.CompletedTask;
    }

    public void Dispose() => _stop.Dispose();

    private void Publish()
    {
        var clock = TimeProvider.System;
        var begin = clock.GetTimestamp();
        for (var number = 1; ; number++)
        {
            var frame = camera.Pool.Rent(jpeg.Length);
            jpeg.CopyTo(frame.Room);
            frame.Seal(jpeg.Length, s_size, clock.GetUtcNow());
            camera.Hub.Publish(frame);
            // By the absolute time, so that the mean rate is right although a wait ends up to a millisecond late.
            var wait = TimeSpan.FromSeconds(number / rate) - clock.GetElapsedTime(begin);
            if (_stop.WaitOne(wait > TimeSpan.Zero ? wait : TimeSpan.Zero))
            {
                return;
            }
        }
    }
}
