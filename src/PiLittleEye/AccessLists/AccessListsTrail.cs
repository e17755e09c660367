using System.Net;
using PiLittleEye.Audit;

namespace PiLittleEye.AccessLists;

/// <summary>What happens to the lists and by them, for whoever asks later: the one place that tells it.</summary>
internal sealed class AccessListsTrail(AuditLog audit, TimeProvider clock, ILogger<AccessListsTrail> logger)
{
    // A scanner that knocks for weeks is one thing to look at a day, not one a minute.
    private static readonly TimeSpan s_alertAgain = TimeSpan.FromDays(1);

    // Whoever has just set up a proxy looks into the log more than once.
    private static readonly TimeSpan s_doubtAgain = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private long? _alertedAt;
    private long? _doubtedAt;

    public Task ChangedAsync(HttpContext context)
    {
        logger.ListsChanged(Who(context));
        return audit.SaveAsync(AuditEntry.By(context, "address-lists-changed", "The address lists were changed."));
    }

    public Task TriedAsync(HttpContext context)
    {
        logger.TrialBegun(Who(context), AccessGate.TrialLasts);
        var text = "Address lists that shut out whoever made them are in force for a minute, and stay only if they are confirmed.";
        return audit.SaveAsync(AuditEntry.By(context, "address-lists-tried", text) with { IsAlert = true });
    }

    public Task ConfirmedAsync(HttpContext context)
    {
        logger.TrialConfirmed(Who(context));
        return audit.SaveAsync(AuditEntry.By(context, "address-lists-confirmed", "The address lists in force were confirmed and stay."));
    }

    public void Reverted()
    {
        logger.TrialReverted();
        var text = "Nobody confirmed the address lists on trial; those from before are in force again.";
        audit.Write(new AuditEntry("address-lists-reverted", text));
    }

    public void TakenOver() => logger.ListsTakenOver();

    /// <summary>So many in the last minute.</summary>
    public void Refused(long count)
    {
        logger.RequestsRefused(count);
        if (_alertedAt is { } then && clock.GetElapsedTime(then) < s_alertAgain)
        {
            return;
        }

        _alertedAt = clock.GetTimestamp();
        var text = $"Requests from addresses that may not come are refused, {count} in the last minute. Said once a day.";
        audit.Write(new AuditEntry("addresses-refused", text) { Succeeded = false, IsAlert = true });
    }

    /// <summary>Requests come through a proxy that nobody has named: with each of them, but told once an hour at the most.</summary>
    public void PassedOnBy(IPAddress? proxy, string header)
    {
        lock (_gate)
        {
            if (_doubtedAt is { } then && clock.GetElapsedTime(then) < s_doubtAgain)
            {
                return;
            }

            _doubtedAt = clock.GetTimestamp();
        }

        var from = AddressText.Of(proxy);
        logger.ProxyNotNamed(from, header);
        var text =
            $"Requests come through {from} with {header}, and that is no trusted proxy: where they really come from is not known, so no address list "
            + "lets them in. If it is your reverse proxy, name it in AccessLists:TrustedProxies. Said once an hour.";
        audit.Write(new AuditEntry("proxy-not-named", text) { From = from, IsAlert = true });
    }

    private static string Who(HttpContext context) => AuditEntry.By(context, string.Empty, string.Empty).Who ?? "nobody";
}
