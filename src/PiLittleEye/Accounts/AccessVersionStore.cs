using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>access_change</c>: one number that triggers count up with every change of anybody's access.</summary>
internal sealed class AccessVersionStore(Database database)
{
    private long? _seen;

    /// <summary>
    /// Whether anybody's access was changed since the last question. True to the first: what was read while the service started may
    /// have changed before anybody came to ask.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be read.</exception>
    public bool HasChanged()
    {
        var count = database.Use(ask =>
        {
            ask.CommandText = "SELECT count FROM access_change";
            return (long)ask.ExecuteScalar()!;
        });
        var hasChanged = _seen != count;
        _seen = count;
        return hasChanged;
    }
}
