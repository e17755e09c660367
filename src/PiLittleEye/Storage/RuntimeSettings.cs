using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PiLittleEye.Storage;

/// <summary>What the owner may change while the service runs: one immutable value, kept in the database, in force at once.</summary>
internal sealed class RuntimeSettings<T>(RuntimeSettingsStore store, string section, T fallback, JsonTypeInfo<T> json)
    where T : class
{
    private readonly Lock _changing = new();
    private volatile T? _current;

    /// <summary>Raised after a change is stored and in force.</summary>
    public event Action<T>? Changed;

    /// <summary>Read from the database on first use: the command line and a host that fails to start need none.</summary>
    public T Current => _current ??= Load();

    /// <summary>Stores, then puts in force: what a person was told is saved is saved.</summary>
    /// <param name="change">From the value in force to the new one; two changes at the same moment both count.</param>
    public void Change(Func<T, T> change)
    {
        T value;
        lock (_changing)
        {
            value = change(Current);
            store.Write(section, JsonSerializer.Serialize(value, json));
            _current = value;
        }

        Changed?.Invoke(value);
    }

    private T Load()
    {
        var text = store.Read(section);
        return text is null ? fallback : JsonSerializer.Deserialize(text, json) ?? fallback;
    }
}
