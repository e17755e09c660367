using System.Globalization;
using System.Text.Json;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Load;

/// <summary>Starts the clients of <c>limits/</c>: in C and in their own process, so that what they cost is not measured.</summary>
internal static class Clients
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <param name="port">Of a server on this machine.</param>
    /// <param name="path">Of its stream.</param>
    /// <param name="cookie">Name and value, or nothing.</param>
    /// <param name="serverProcess">Whose processor time is measured; 0 for nobody's.</param>
    public static async Task<ViewerReport> WatchAsync(
        Workshop workshop,
        int port,
        string path,
        string? cookie,
        int serverProcess,
        ViewerPlan plan,
        CancellationToken cancellation
    )
    {
        string[] words =
        [
            $"port={port}",
            $"path={path}",
            $"cookie={cookie}",
            $"process={serverProcess}",
            $"live={plan.Live}",
            $"stalled={plan.Stalled}",
            $"slow={plan.Slow}",
            $"rate={plan.SlowRate}",
            $"warm={Seconds(plan.WarmUp)}",
            $"seconds={Seconds(plan.Time)}",
        ];
        var viewers = await workshop.ProgramAsync("viewers", cancellation);
        return JsonSerializer.Deserialize<ViewerReport>(await Tool.RunAsync(viewers, words, cancellation), s_json)!;
    }

    public static async Task<PhotoReport> TakePhotosAsync(
        Workshop workshop,
        int port,
        string path,
        string cookie,
        double perSecond,
        TimeSpan warmUp,
        TimeSpan time,
        CancellationToken cancellation
    )
    {
        string[] words =
        [
            $"port={port}",
            $"path={path}",
            $"cookie={cookie}",
            string.Create(CultureInfo.InvariantCulture, $"rate={perSecond}"),
            $"warm={Seconds(warmUp)}",
            $"seconds={Seconds(time)}",
        ];
        var photos = await workshop.ProgramAsync("photos", cancellation);
        return JsonSerializer.Deserialize<PhotoReport>(await Tool.RunAsync(photos, words, cancellation), s_json)!;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
