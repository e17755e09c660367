using System.Collections.Concurrent;
using System.Text.Json;
using PiLittleEye.Storage;

namespace PiLittleEye.AccessLists;

/// <summary>How many requests each entry has decided. Kept in memory and stored now and then: a count is not worth the card's wear.</summary>
internal sealed class HitCounts(RuntimeSettingsStore store)
{
    private const string Key = "access-list-hits";

    // Read at the first look: the command line needs none.
    private readonly Lazy<ConcurrentDictionary<string, long>> _counts = new(() =>
        store.Read(Key) is { } json
            ? new(JsonSerializer.Deserialize(json, AccessListsJson.Default.DictionaryStringInt64)!, StringComparer.Ordinal)
            : new(StringComparer.Ordinal)
    );

    private long _refused;
    private int _isChanged;

    public long Of(AccessListKind list, AddressRange entry) => _counts.Value.GetValueOrDefault(Name(list, entry));

    public void Count(AccessVerdict verdict)
    {
        if (!verdict.IsAdmitted)
        {
            Interlocked.Increment(ref _refused);
        }

        if (verdict.Entry is { } entry)
        {
            _counts.Value.AddOrUpdate(Name(verdict.List, entry), 1, (_, hits) => hits + 1);
            Interlocked.Exchange(ref _isChanged, 1);
        }
    }

    /// <summary>Refused requests since this was asked last.</summary>
    public long TakeRefused() => Interlocked.Exchange(ref _refused, 0);

    /// <summary>Stores what has changed; entries that are in no list any more are forgotten.</summary>
    public void Save(AccessListsSettings settings)
    {
        if (Interlocked.Exchange(ref _isChanged, 0) == 0)
        {
            return;
        }

        var known = Names(AccessListKind.Allow, settings.Allow)
            .Concat(Names(AccessListKind.Block, settings.Block))
            .Concat(Names(AccessListKind.HomeNetworks, settings.HomeNetworks))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var stranger in _counts.Value.Keys.Where(name => !known.Contains(name)))
        {
            _counts.Value.TryRemove(stranger, out _);
        }

        var counts = new Dictionary<string, long>(_counts.Value, StringComparer.Ordinal);
        store.Write(Key, JsonSerializer.Serialize(counts, AccessListsJson.Default.DictionaryStringInt64));
    }

    private static IEnumerable<string> Names(AccessListKind list, AddressList entries) =>
        entries.Entries.Select(entry => Name(list, entry));

    private static string Name(AccessListKind list, AddressRange entry) => $"{list} {entry}";
}
