using System.Globalization;
using PiLittleEye.Health;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>Ends streams that must end: looks twice a second, while there are any, for stalled ones and those whose time is over, and listens for sign-outs and for the service's end.</summary>
internal sealed class ViewersWorker(
    Viewers viewers,
    Standing standing,
    AccessChanges changes,
    StatusLine status,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : BackgroundService
{
    // In front of the cameras: "2 viewers, 14.9 fps".
    private const int Place = 1;

    // Twice, so that whoever may not watch any more has his card within the second.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.5);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        status.Add(Place, Describe);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the web server waits for its requests: streams are requests that never end by themselves.
        using var stopping = lifetime.ApplicationStopping.Register(viewers.EndAll);
        changes.Changed += Reconsider;
        try
        {
            while (true)
            {
                await viewers.SomebodyAsync(stoppingToken);
                await LookAfterAsync(stoppingToken);
            }
        }
        finally
        {
            changes.Changed -= Reconsider;
        }
    }

    // Nothing wakes up for streams while there are none.
    private async Task LookAfterAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        while (viewers.Count > 0 && await timer.WaitForNextTickAsync(stoppingToken))
        {
            viewers.CutStalled();
            viewers.EndExpired(clock.GetUtcNow(), standing);
        }
    }

    private void Reconsider() => viewers.Reconsider(standing);

    private string? Describe() =>
        viewers.Count switch
        {
            0 => null,
            1 => "1 viewer",
            var many => string.Create(CultureInfo.InvariantCulture, $"{many} viewers"),
        };
}
