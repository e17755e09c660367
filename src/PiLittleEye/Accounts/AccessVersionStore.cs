using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>access_change</c>, on one connection that stays open: only that one can say whether anybody else wrote.</summary>
internal sealed class AccessVersionStore(Database database) : IDisposable
{
    private SqliteConnection? _connection;
    private long _fileVersion = -1;
    private long _count = -1;

    /// <summary>Whether anybody's access was changed since the last question; false to the first. Costs no reading while nobody writes.</summary>
    public bool HasChanged()
    {
        try
        {
            _connection ??= database.Open();
            var fileVersion = Ask(_connection, "PRAGMA data_version");
            if (fileVersion == _fileVersion)
            {
                return false;
            }

            var count = Ask(_connection, "SELECT count FROM access_change");
            var hasChanged = count != _count && _count >= 0;
            (_fileVersion, _count) = (fileVersion, count);
            return hasChanged;
        }
        catch (SqliteException)
        {
            // Busy or failing: asked again in a moment, with a connection that starts afresh.
            Dispose();
            return false;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
        _fileVersion = -1;
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = sql;
        return (long)ask.ExecuteScalar()!;
    }
}
