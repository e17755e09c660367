namespace PiLittleEye.Cameras;

/// <summary>Runs the workers of all cameras. When one of them fails in a way it did not expect, the process ends and systemd starts it anew.</summary>
internal sealed class CamerasWorker(IEnumerable<CameraWorker> workers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var running = workers.Select(worker => worker.RunAsync(any.Token)).ToList();
        try
        {
            // The first to end ends all: a worker only ends when it must.
            await await Task.WhenAny(running);
        }
        finally
        {
            await any.CancelAsync();
            await Task.WhenAll(running);
        }
    }
}
