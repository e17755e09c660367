using Microsoft.AspNetCore.Authorization;
using PiLittleEye.Audit;
using PiLittleEye.Rights;

namespace PiLittleEye.Web;

/// <summary>
/// Notes what strangers try: counted, not written one by one, because a stranger must not be able to fill the card; and one alert a day
/// for robots, one for scanners, not ten thousand rows.
/// </summary>
internal sealed class StrangerWatch(AuditTally tally, DailyAlerts alerts, TimeProvider clock)
{
    /// <summary>A browser asks for two or three addresses that there are not; whoever asks for so many in a minute looks for something.</summary>
    public const int ManyUnknown = 20;

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, int Count)> _unknown = new(StringComparer.Ordinal);

    /// <summary>Looks at an answered request.</summary>
    public void Saw(HttpContext context)
    {
        if (context.Request.Path.Equals("/robots.txt", StringComparison.Ordinal))
        {
            alerts.Raise(
                AuditEntry.By(context, "robot-seen", "A robot that reads web sites has found this camera and asked whether it may.")
            );
        }

        if (context.Response.StatusCode is not (401 or 404) || context.User.FindCaller() is not null || context.IsTold())
        {
            return;
        }

        var from = AddressClass.Of(context.Connection.RemoteIpAddress);
        // What lets strangers in and says 401 itself is a sign-in, and is told of by its own room.
        if (context.GetEndpoint() is not { } endpoint)
        {
            SawUnknown(context, from);
        }
        else if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !IsQuestionOfOwnPage(context.Request))
        {
            tally.Count(
                AuditEntry.By(context, "not-signed-in", "Somebody who is not signed in asked for something and got nothing."),
                from
            );
        }
    }

    private void SawUnknown(HttpContext context, string from)
    {
        tally.Count(AuditEntry.By(context, "unknown-path", "A stranger asked for an address that there is not."), from);
        var count = CountUnknown(from);
        if (ScannerPaths.Has(context.Request.Path.Value ?? string.Empty) || count >= ManyUnknown)
        {
            alerts.Raise(
                AuditEntry.By(
                    context,
                    "scanner-seen",
                    "Somebody tries addresses at this camera to find a way in, as scanners of the internet do. They got nothing; more of it is only counted."
                )
            );
        }
    }

    private int CountUnknown(string from)
    {
        lock (_gate)
        {
            // Four classes of addresses, so four entries.
            var (since, count) = _unknown.GetValueOrDefault(from, (clock.GetTimestamp(), 0));
            _unknown[from] = clock.GetElapsedTime(since) < s_minute ? (since, count + 1) : (clock.GetTimestamp(), 1);
            return _unknown[from].Count;
        }
    }

    // The page asks at each visit whether there is a session; that there is none yet is no news.
    private static bool IsQuestionOfOwnPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Equals("/api/v1/session", StringComparison.Ordinal);
}
