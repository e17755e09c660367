using System.Globalization;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>Visitors of every kind, one kind after the other, until it is enough.</summary>
internal sealed class Visits(ServedProduct product, Workshop workshop)
{
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    // Longer than the product waits for somebody who takes nothing.
    private static readonly TimeSpan s_stall = TimeSpan.FromSeconds(25);

    private int _came;
    private int _vanished;
    private int _stalled;
    private int _photos;

    public async Task RunAsync(CancellationToken end)
    {
        var stalling = StallAsync(end);
        while (!end.IsCancellationRequested)
        {
            _came += await VisitAsync(new ViewerPlan { Live = 4, Slow = 1 }, s_short, end);
            _photos += await PhotographAsync(end);
            _vanished += await VanishAsync(end);
        }

        await stalling;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_came} came and went, {_vanished} vanished in the middle of a frame, {_stalled} stalled, {_photos} photos"
        );

    private async Task StallAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _stalled += await VisitAsync(new ViewerPlan { Stalled = 3 }, s_stall, end);
        }
    }

    private async Task<int> VisitAsync(ViewerPlan plan, TimeSpan time, CancellationToken end)
    {
        try
        {
            await product.WatchAsync(workshop, plan with { WarmUp = TimeSpan.Zero, Time = time }, end);
            return plan.Live + plan.Slow + plan.Stalled;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    // The client is killed while frames are in its buffers, so that its connections end with a reset.
    private async Task<int> VanishAsync(CancellationToken end)
    {
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(end);
        killed.CancelAfter(s_pause + s_pause);
        await VisitAsync(new ViewerPlan { Live = 3, Stalled = 1 }, s_short, killed.Token);
        return 4;
    }

    private async Task<int> PhotographAsync(CancellationToken end)
    {
        try
        {
            var photos = await Clients.TakePhotosAsync(
                workshop,
                product.Port,
                "/api/v1/photo.jpg",
                product.Cookie,
                perSecond: 10,
                TimeSpan.Zero,
                s_pause,
                end
            );
            return (int)photos.Photos;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}
