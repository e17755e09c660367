using PiLittleEye.Accounts;

namespace PiLittleEye.Streaming;

/// <summary>Ends streams that must end: looks every second for stalled ones, and listens for sign-outs and for the service's end.</summary>
internal sealed class ViewersWorker(Viewers viewers, Sessions sessions, IHostApplicationLifetime lifetime, TimeProvider clock)
    : BackgroundService
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

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
}
