using System.Globalization;
using PiLittleEye.Accounts;
using PiLittleEye.Health;

namespace PiLittleEye.Streaming;

/// <summary>Ends streams that must end: looks every second for stalled ones, and listens for sign-outs and for the service's end.</summary>
internal sealed class ViewersWorker(
    Viewers viewers,
    Sessions sessions,
    StatusLine status,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
) : BackgroundService
{
    // In front of the cameras: "2 viewers, 14.9 fps".
    private const int Place = 1;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        status.Add(Place, Describe);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the web server waits for its requests: streams are requests that never end by themselves.
        using var stopping = lifetime.ApplicationStopping.Register(viewers.EndAll);
        sessions.Ended += viewers.EndSession;
        try
        {
            using var timer = new PeriodicTimer(s_look, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                viewers.CutStalled();
            }
        }
        finally
        {
            sessions.Ended -= viewers.EndSession;
        }
    }

    private string? Describe() =>
        viewers.Count switch
        {
            0 => null,
            1 => "1 viewer",
            var many => string.Create(CultureInfo.InvariantCulture, $"{many} viewers"),
        };
}
