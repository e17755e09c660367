using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>A state directory of its own with a database of this version's schema in it.</summary>
internal sealed class TemporaryState : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public TemporaryState() => new DatabaseMigrator(Database).Migrate();

    public string Directory => _directory.Path;

    /// <summary>Another one on the same file each time, as a restarted service has.</summary>
    public Database Database => DatabaseIn(_directory.Path);

    public RuntimeSettingsStore Store => new(Database, new SteppingClock());

    public static Database DatabaseIn(string directory) => new(Options.Create(new StorageOptions { Directory = directory }));

    public void Execute(string sql) => Execute(Database, sql);

    public static object? Execute(Database database, string sql) =>
        database.Use(command =>
        {
            command.CommandText = sql;
            return command.ExecuteScalar();
        });

    public void Dispose()
    {
        Forget(Database);
        _directory.Dispose();
    }

    /// <summary>Connections are kept open for reuse; a test's are not used again.</summary>
    public static void Forget(Database database)
    {
        using var any = database.Open();
        SqliteConnection.ClearPool(any);
    }
}
