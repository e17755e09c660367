using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PiLittleEye.Storage;

/// <summary>What the owner may change while the service runs: one immutable value, kept in the database, in force at once.</summary>
/// <param name="json">Asked for only when something is stored or was: making it ready costs a start on a Pi more than all the rest here.</param>
internal sealed class RuntimeSettings<T>(RuntimeSettingsStore store, string section, T fallback, Func<JsonTypeInfo<T>> json)
    where T : class
{
    // Held while loading and while changing: a first look during a change would put the value of before in force again.
    private readonly Lock _gate = new();
    private volatile T? _current;

    // What it was read from or written as; null when there is no row.
    private string? _text;

    /// <summary>Raised after a change is stored and in force.</summary>
    public event Action<T>? Changed;

    /// <summary>Read from the database on first use: the command line and a host that fails to start need none.</summary>
    public T Current
    {
        get
        {
            if (_current is { } current)
            {
                return current;
            }

            lock (_gate)
            {
                if (_current is null)
                {
                    _text = store.Read(section);
                    _current = Read(_text);
                }

                return _current;
            }
        }
    }

    /// <summary>Stores, then puts in force: what a person was told is saved is saved.</summary>
    /// <param name="change">From the value in force to the new one; two changes at the same moment both count.</param>
    /// <returns>What was in force before and what is now.</returns>
    public (T Before, T After) Change(Func<T, T> change)
    {
        T before,
            value;
        lock (_gate)
        {
            before = Current;
            value = change(before);
            var text = JsonSerializer.Serialize(value, json());
            store.Write(section, text);
            _text = text;
            _current = value;
        }

        Changed?.Invoke(value);
        return (before, value);
    }

    /// <summary>Puts in force what another process has stored meanwhile: the command line beside the running service.</summary>
    /// <returns>False when nobody else stored anything.</returns>
    public bool Reload()
    {
        T value;
        lock (_gate)
        {
            _ = Current;
            var text = store.Read(section);
            if (string.Equals(text, _text, StringComparison.Ordinal))
            {
                return false;
            }

            value = Read(text);
            _text = text;
            _current = value;
        }

        Changed?.Invoke(value);
        return true;
    }

    // Laid over the defaults, because a row from before an update does not know what is new.
    private T Read(string? text)
    {
        if (text is null)
        {
            return fallback;
        }

        var value = JsonSerializer.SerializeToNode(fallback, json())!.AsObject();
        Overlay(value, JsonNode.Parse(text)!.AsObject());
        return value.Deserialize(json())!;
    }

    private static void Overlay(JsonObject below, JsonObject above)
    {
        foreach (var (name, value) in above)
        {
            if (value is JsonObject inner && below[name] is JsonObject outer)
            {
                Overlay(outer, inner);
            }
            else
            {
                below[name] = value?.DeepClone();
            }
        }
    }
}
