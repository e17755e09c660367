using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.Accounts;

/// <summary>Remembers failed attempts by address and by account name, and asks <see cref="AttemptPolicy"/> before each new one.</summary>
internal sealed class AttemptThrottle(TimeProvider clock)
{
    // Each entry is a list of at most twenty moments: a flood from ten thousand addresses costs about 5 MB, then the oldest leave.
    private const int MostEntries = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly long _startedAt = clock.GetTimestamp();

    // Not the wall clock: when that is put back, nobody must wait for it to catch up.
    private DateTimeOffset Now => DateTimeOffset.UnixEpoch + clock.GetElapsedTime(_startedAt);

    /// <summary>Raised when there is something to keep: under a lock, so that a handler only takes note.</summary>
    public event Action? Changed;

    /// <summary>
    /// Asks for one more attempt, and counts it as a failure in the same moment: of a hundred sent together no more pass than of a
    /// hundred in a row. Whoever then succeeds is forgiven.
    /// </summary>
    /// <returns>Zero when it may be made; else the longest wait that any of the keys has to serve, and nothing was counted.</returns>
    public TimeSpan Admit(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            var now = Now;
            var longest = TimeSpan.Zero;
            foreach (var key in keys)
            {
                if (_failures.TryGetValue(key, out var failures) && AttemptPolicy.WaitBefore(failures, now) is var wait && wait > longest)
                {
                    longest = wait;
                }
            }

            if (longest == TimeSpan.Zero)
            {
                foreach (var key in keys)
                {
                    Count(key, now);
                }
            }

            return longest;
        }
    }

    /// <summary>How many are remembered, of all these together.</summary>
    public int FailuresOf(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            var sum = 0;
            foreach (var key in keys)
            {
                sum += _failures.GetValueOrDefault(key)?.Count ?? 0;
            }

            return sum;
        }
    }

    /// <summary>The attempt just admitted was no failure. Those before it stay: an account of one's own must not pay for guesses at others'.</summary>
    public void Forgive(string key)
    {
        lock (_gate)
        {
            if (_failures.TryGetValue(key, out var failures))
            {
                failures.RemoveAt(failures.Count - 1);
                Note(key);
                if (failures.Count == 0)
                {
                    _failures.Remove(key);
                }
            }
        }
    }

    /// <summary>Whoever this key stands for has proved to be the right one.</summary>
    public void Forget(string key)
    {
        lock (_gate)
        {
            if (_failures.Remove(key))
            {
                Note(key);
            }
        }
    }

    /// <summary>What has changed since the last question, with the moments as a wall clock would have shown them; empty for what is forgotten.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> TakeChanges()
    {
        lock (_gate)
        {
            var (wall, now) = (clock.GetUtcNow(), Now);
            var changes = _changed.ToDictionary(
                key => key,
                key => (IReadOnlyList<DateTimeOffset>)[.. _failures.GetValueOrDefault(key, []).Select(moment => wall - (now - moment))],
                StringComparer.Ordinal
            );
            _changed.Clear();
            return changes;
        }
    }

    /// <summary>What an earlier process remembered. A wall clock that has been put back since makes nobody wait longer than from now on.</summary>
    public void Restore(IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> remembered)
    {
        lock (_gate)
        {
            var (wall, now) = (clock.GetUtcNow(), Now);
            foreach (var (key, moments) in remembered.Take(MostEntries))
            {
                var failures = moments
                    .Select(moment => now - Age(wall - moment))
                    .Where(moment => now - moment < AttemptPolicy.Memory)
                    .ToList();
                if (failures.Count > 0)
                {
                    _failures[key] = failures;
                }
            }
        }
    }

    private static TimeSpan Age(TimeSpan shown) => shown > TimeSpan.Zero ? shown : TimeSpan.Zero;

    /// <summary>One key for whoever is behind an address: an IPv6 customer owns a whole /64.</summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null)
        {
            return "address unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"address {Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))}/64"
            : $"address {address}";
    }

    /// <summary>For guesses by somebody who is signed in.</summary>
    public static string KeyOfSession(string sessionId) => $"session {sessionId}";

    /// <summary>For somebody who comes from where he signed in before: what strangers do elsewhere does not count.</summary>
    public static string KeyOfKnown(string addressKey, string nameKey, long unlocks) => $"known {addressKey} {Anew(nameKey, unlocks)}";

    /// <param name="nameKey">Of somebody or nobody.</param>
    /// <param name="unlocks">How often the account was unlocked: whoever does that, in whatever process, ends its waiting.</param>
    public static string KeyOfName(string nameKey, long unlocks) => $"name {Anew(nameKey, unlocks)}";

    // The number first: a name may end in one.
    private static string Anew(string nameKey, long unlocks) => $"{unlocks} {nameKey}";

    private void Count(string key, DateTimeOffset now)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            MakeRoom(now);
            _failures[key] = failures = [];
        }

        failures.RemoveAll(moment => now - moment > AttemptPolicy.Memory);
        if (failures.Count == AttemptPolicy.MostRemembered)
        {
            failures.RemoveAt(0);
        }

        failures.Add(now);
        Note(key);
    }

    private void Note(string key)
    {
        _changed.Add(key);
        Changed?.Invoke();
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_failures.Count < MostEntries)
        {
            return;
        }

        foreach (var key in _failures.Where(entry => now - entry.Value[^1] > AttemptPolicy.Memory).Select(entry => entry.Key).ToList())
        {
            _failures.Remove(key);
            Note(key);
        }

        while (_failures.Count >= MostEntries)
        {
            var oldest = _failures.MinBy(entry => entry.Value[^1]).Key;
            _failures.Remove(oldest);
            Note(oldest);
        }
    }
}
