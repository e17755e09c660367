using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Audit;

/// <summary>SQL of the tables <c>audit…</c>.</summary>
internal sealed partial class AuditStore(Database database)
{
    /// <summary>Of a row, in the order in which it is read.</summary>
    public const string Columns = "id, at, kind, who, address, camera, subject, succeeded, is_alert, text, hash";

    /// <summary>Adds all of them in one transaction, each linked to the one before. The command line may add at the same moment.</summary>
    /// <exception cref="StorageUnavailableException">None was added.</exception>
    public void Append(IReadOnlyList<(DateTimeOffset At, AuditEntry Entry)> entries) =>
        Change(command =>
        {
            foreach (var (at, entry) in entries)
            {
                Append(command, at, entry);
            }
        });

    private static void Append(SqliteCommand command, DateTimeOffset at, AuditEntry entry)
    {
        var (_, _, last, lastHash) = Marks(command);
        var hash = AuditHash.Of(lastHash, last + 1, at, entry);
        Insert(command, new AuditRow(last + 1, at, entry, hash));
        Run(command, "UPDATE audit_chain SET last_id = $id, last_hash = $hash", ("$id", last + 1), ("$hash", hash));
    }

    private static ChainMarks Marks(SqliteCommand command)
    {
        Prepare(command, "SELECT removed_id, removed_hash, last_id, last_hash FROM audit_chain");
        using var row = command.ExecuteReader();
        row.Read();
        return new ChainMarks(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));
    }

    private static void Insert(SqliteCommand command, AuditRow row) =>
        Run(
            command,
            $"INSERT INTO audit ({Columns}) VALUES ($id, $at, $kind, $who, $from, $camera, $subject, $succeeded, $alert, $text, $hash)",
            ("$id", row.Id),
            ("$at", MomentText.Of(row.At)),
            ("$kind", row.Entry.Kind),
            ("$who", row.Entry.Who),
            ("$from", row.Entry.From),
            ("$camera", row.Entry.Camera),
            ("$subject", row.Entry.Subject),
            ("$succeeded", row.Entry.Succeeded ? 1 : 0),
            ("$alert", row.Entry.IsAlert ? 1 : 0),
            ("$text", row.Entry.Text),
            ("$hash", row.Hash)
        );

    private static AuditRow Read(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            MomentText.Parse(row.GetString(1)),
            new AuditEntry(row.GetString(2), row.GetString(9))
            {
                Who = TextOrNull(row, 3),
                From = TextOrNull(row, 4),
                Camera = TextOrNull(row, 5),
                Subject = TextOrNull(row, 6),
                Succeeded = row.GetInt64(7) != 0,
                IsAlert = row.GetInt64(8) != 0,
            },
            row.GetFieldValue<byte[]>(10)
        );

    private static IEnumerable<AuditRow> ReadAll(SqliteDataReader rows)
    {
        while (rows.Read())
        {
            yield return Read(rows);
        }
    }

    private static long Number(SqliteCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Prepare(command, sql, parameters);
        return (long)command.ExecuteScalar()!;
    }

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static void Prepare(SqliteCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        command.CommandText = sql;
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }

    private static void Run(SqliteCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Prepare(command, sql, parameters);
        command.ExecuteNonQuery();
    }

    // All or nothing, and nobody else writes meanwhile: the last hash must still be the last one when the next row is linked to it.
    private void Change(Action<SqliteCommand> work) =>
        database.Use(command =>
        {
            Run(command, "BEGIN IMMEDIATE");
            try
            {
                work(command);
                Run(command, "COMMIT");
                return true;
            }
            catch
            {
                // Really closed then, which rolls back, and not kept for the next who asks.
                SqliteConnection.ClearPool(command.Connection!);
                throw;
            }
        });
}
