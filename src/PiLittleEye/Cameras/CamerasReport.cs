using System.Globalization;
using PiLittleEye.Health;

namespace PiLittleEye.Cameras;

/// <summary>Says how the cameras are where the process is looked after: in its status line and to whoever asks whether it is ready.</summary>
internal sealed class CamerasReport(CameraList cameras, StatusLine status, Readiness readiness) : IHostedService
{
    // Behind the viewers: "2 viewers, 14.9 fps".
    private const int Place = 2;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var camera in cameras.InOrder)
        {
            status.Add(Place, () => Describe(camera));
            // Idle is ready: it is off because nobody looks. One that failed is not, until it has delivered again; nor is one of which
            // nobody knows yet whether it is there.
            readiness.Require(() => camera.Status is { State: not CameraState.Unavailable, Description: not null });
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string? Describe(Camera camera)
    {
        var now = camera.Status.State switch
        {
            CameraState.Live => string.Create(CultureInfo.InvariantCulture, $"{camera.Status.Captured.PerSecond:0.0} fps"),
            CameraState.Unavailable => camera.Status.Reason?.Code,
            _ => null,
        };
        return now is null || cameras.InOrder.Count == 1 ? now : $"{camera.Id} {now}";
    }
}
