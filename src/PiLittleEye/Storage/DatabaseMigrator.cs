using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using PiLittleEye.Problems;

namespace PiLittleEye.Storage;

/// <summary>Runs the numbered files of <c>Migrations</c> that the database has not seen, each once and in its own transaction.</summary>
internal sealed class DatabaseMigrator(Database database)
{
    private const string Prefix = "PiLittleEye.Storage.Migrations.";

    /// <exception cref="CannotStartException">The file is damaged, in use by a newer version, or cannot be written.</exception>
    public void Migrate()
    {
        try
        {
            // Made here and not by SQLite, so that a verb that root runs first does not keep the service out.
            StateFile.Ensure(database.Path);
            using var connection = database.Open();
            File.SetUnixFileMode(database.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var steps = Steps();
            while (TryStep(connection, steps)) { }
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The database {database.Path} cannot be used: {failure.Message.TrimEnd('.')}. "
                    + "Free some space or check the card; if the file is damaged, restore a copy or move it away to start anew.",
                inner: failure
            );
        }
    }

    private static List<string> Steps() =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    /// <returns>False when all are done.</returns>
    private bool TryStep(SqliteConnection connection, List<string> steps)
    {
        // The version is asked for with the lock held: the command line may find the same new database at the same moment.
        // In SQL, because SQLite itself rolls back on a full disk, and a transaction object would complain of that instead of the disk.
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            var done = VersionOf(connection);
            if (done > steps.Count)
            {
                throw new CannotStartException(
                    $"The database {database.Path} was written by a newer version (schema {done}, this version knows {steps.Count}). "
                        + "Install that version again, or restore the database saved before the upgrade.",
                    needsPerson: true
                );
            }

            var isOneLeft = done < steps.Count;
            if (isOneLeft)
            {
                Run(connection, steps[done], done + 1);
            }

            Execute(connection, "COMMIT");
            return isOneLeft;
        }
        catch
        {
            // Really closed then, which rolls back, and not kept for the next who asks.
            SqliteConnection.ClearPool(connection);
            throw;
        }
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var ask = connection.CreateCommand();
        ask.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(ask.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Run(SqliteConnection connection, string resource, int version)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        // A pragma takes no parameter; the number is ours.
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"{reader.ReadToEnd()}\nPRAGMA user_version = {version};"));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var step = connection.CreateCommand();
        step.CommandText = sql;
        step.ExecuteNonQuery();
    }
}
