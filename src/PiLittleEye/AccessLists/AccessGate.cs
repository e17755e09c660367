using System.Net;
using System.Security.Cryptography;
using System.Text;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.AccessLists;

/// <summary>The lists in force. A change for trial lives in memory alone, so that it survives neither its minute nor a restart.</summary>
internal sealed class AccessGate(
    RuntimeSettings<AccessListsSettings> stored,
    AccessChanges changes,
    HitCounts hits,
    AccessListsTrail trail,
    TimeProvider clock
) : IAddressRule, IDisposable
{
    // Long enough to take the phone out of the house network and come back by the other; short enough to wait for.
    public static readonly TimeSpan TrialLasts = TimeSpan.FromSeconds(60);

    // Guards _pending and _revert; reading _pending needs no lock.
    private readonly Lock _gate = new();
    private volatile PendingChange? _pending;
    private ITimer? _revert;

    public AccessListsSettings InForce => _pending?.Settings ?? stored.Current;

    public PendingChange? Pending => _pending;

    public bool Admits(IPAddress? address) => AccessPolicy.Decide(InForce, address).IsAdmitted;

    /// <summary>The same for a request, which counts.</summary>
    public bool Admit(IPAddress? address)
    {
        var verdict = AccessPolicy.Decide(InForce, address);
        hits.Count(verdict);
        return verdict.IsAdmitted;
    }

    /// <summary>Stores, and ends what may not go on.</summary>
    public void Change(AccessListsSettings settings)
    {
        lock (_gate)
        {
            Store(settings);
            Forget();
        }

        changes.Tell();
    }

    /// <summary>Puts in force for a minute and stores nothing. A trial before it is over with that.</summary>
    public PendingChange Try(AccessListsSettings settings)
    {
        PendingChange pending;
        lock (_gate)
        {
            Forget();
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            pending = new PendingChange(settings, token, clock.GetUtcNow() + TrialLasts);
            _pending = pending;
            _revert = clock.CreateTimer(_ => Revert(pending), state: null, TrialLasts, Timeout.InfiniteTimeSpan);
        }

        changes.Tell();
        return pending;
    }

    /// <returns>False when there is no such trial any more.</returns>
    public bool TryConfirm(string? token)
    {
        lock (_gate)
        {
            if (_pending is not { } pending || !IsSame(pending.Token, token))
            {
                return false;
            }

            Store(pending.Settings);
            Forget();
        }

        changes.Tell();
        return true;
    }

    /// <summary>Takes over what the command line stored beside us; a trial is over then too. Called whenever the database was written.</summary>
    public void TakeOver()
    {
        lock (_gate)
        {
            var before = stored.Current.Revision;
            stored.Reload();
            if (stored.Current.Revision == before)
            {
                return;
            }

            Forget();
        }

        trail.TakenOver();
        changes.Tell();
    }

    public void Dispose() => _revert?.Dispose();

    private void Store(AccessListsSettings settings) => stored.Change(before => settings with { Revision = before.Revision + 1 });

    private void Revert(PendingChange pending)
    {
        lock (_gate)
        {
            if (_pending != pending)
            {
                return;
            }

            Forget();
        }

        trail.Reverted();
        changes.Tell();
    }

    private void Forget()
    {
        _pending = null;
        _revert?.Dispose();
        _revert = null;
    }

    private static bool IsSame(string token, string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(given ?? string.Empty));
}
