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

    /// <summary>The longest wait that any of the keys has to serve; zero when all are free.</summary>
    public TimeSpan WaitFor(params ReadOnlySpan<string> keys)
    {
        var now = clock.GetUtcNow();
        var longest = TimeSpan.Zero;
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_failures.TryGetValue(key, out var failures) && AttemptPolicy.WaitBefore(failures, now) is var wait && wait > longest)
                {
                    longest = wait;
                }
            }
        }

        return longest;
    }

    public void Failed(params ReadOnlySpan<string> keys)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (!_failures.TryGetValue(key, out var failures))
                {
                    MakeRoom(now);
                    _failures[key] = failures = [];
                }

                failures.RemoveAll(moment => now - moment > AttemptPolicy.Memory);
                if (failures.Count == AttemptPolicy.Limits[^1].Failures)
                {
                    failures.RemoveAt(0);
                }

                failures.Add(now);
            }
        }
    }

    public void Succeeded(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys)
            {
                _failures.Remove(key);
            }
        }
    }

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

    public static string KeyOfName(string nameKey) => $"name {nameKey}";

    private void MakeRoom(DateTimeOffset now)
    {
        if (_failures.Count < MostEntries)
        {
            return;
        }

        foreach (var key in _failures.Where(entry => now - entry.Value[^1] > AttemptPolicy.Memory).Select(entry => entry.Key).ToList())
        {
            _failures.Remove(key);
        }

        while (_failures.Count >= MostEntries)
        {
            _failures.Remove(_failures.MinBy(entry => entry.Value[^1]).Key);
        }
    }
}
