using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace PiLittleEye.Storage;

/// <summary>Opens connections to the one database file. Connections are pooled and short: open, ask, dispose.</summary>
internal sealed class Database
{
    public const string FileName = "pi-little-eye.db";

    private readonly string _connectionString;
    private readonly ConditionalWeakTable<sqlite3, object> _prepared = [];

    public Database(IOptions<StorageOptions> options)
    {
        SqliteLibrary.Load();
        Path = options.Value.PathOf(FileName);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            // Five seconds cover a checkpoint on a slow card while the command line writes beside the service.
            DefaultTimeout = 5,
        }.ToString();
    }

    public string Path { get; }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens, lets <paramref name="work"/> ask or change, and closes.</summary>
    /// <exception cref="StorageUnavailableException">SQLite could not: no space, no permission, a failing card.</exception>
    public T Use<T>(Func<SqliteCommand, T> work)
    {
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            return work(command);
        }
        catch (SqliteException failure)
        {
            throw Unavailable(failure);
        }
    }

    /// <summary>The same for several statements that hold together: all of them are stored or none, and nobody else writes in between.</summary>
    /// <exception cref="StorageUnavailableException">SQLite could not: no space, no permission, a failing card.</exception>
    public T Change<T>(Func<SqliteCommand, T> work)
    {
        try
        {
            using var connection = Open();
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = "BEGIN IMMEDIATE";
                command.ExecuteNonQuery();
                var result = work(command);
                command.CommandText = "COMMIT";
                command.Parameters.Clear();
                command.ExecuteNonQuery();
                return result;
            }
            catch
            {
                // Really closed then, which rolls back, and not kept for the next who asks.
                SqliteConnection.ClearPool(connection);
                throw;
            }
        }
        catch (SqliteException failure)
        {
            throw Unavailable(failure);
        }
    }

    // What is set lasts as long as SQLite's own connection, which the pool gives to one user after the other.
    private void Prepare(SqliteConnection connection)
    {
        if (_prepared.TryGetValue(connection.Handle!, out _))
        {
            return;
        }

        using var pragmas = connection.CreateCommand();
        // FULL, not NORMAL: what a person was told is saved must be there after a power cut. Writes are rare here.
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        pragmas.ExecuteNonQuery();
        _prepared.AddOrUpdate(connection.Handle!, connection.Handle!);
    }

    private StorageUnavailableException Unavailable(SqliteException failure) =>
        new(
            $"The database {Path} cannot be used: {failure.Message.TrimEnd('.')}. Free some space on the card, or see whether it is failing.",
            failure
        );
}
