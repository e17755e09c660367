using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PiLittleEye.Audit;

/// <summary>The side that removes, always from the beginning, and each time with a row that says so.</summary>
internal sealed partial class AuditStore
{
    /// <summary>Rows of these kinds name in their subject the newest row that they removed.</summary>
    public const string TrimmedKind = "log-trimmed";
    public const string ClearedKind = "log-cleared";

    /// <summary>Removes what is too old and what is too much.</summary>
    /// <param name="oldest">Rows from before go.</param>
    /// <param name="most">When there are more, a tenth more than that goes, so that it does not happen at every row.</param>
    /// <param name="now">When this is.</param>
    public void Trim(DateTimeOffset oldest, int most, DateTimeOffset now) =>
        Change(command =>
        {
            var (first, _, last, _) = Marks(command);
            var tooOld = Number(
                command,
                "SELECT coalesce((SELECT id FROM audit WHERE at >= $oldest ORDER BY id LIMIT 1) - 1, $last)",
                ("$oldest", MomentText.Of(oldest)),
                ("$last", last)
            );
            var tooMany = last - first > most ? last - (most - (most / 10)) : first;
            var cut = Math.Max(tooOld, tooMany);
            if (cut > first)
            {
                var reason = tooOld >= tooMany ? "because of their age" : "because there were too many";
                Remove(command, cut);
                Append(
                    command,
                    now,
                    new AuditEntry(TrimmedKind, $"{cut - first} of the oldest entries were removed {reason}.") { Subject = Text(cut) }
                );
            }
        });

    /// <summary>Removes everything; what is left says who did it.</summary>
    public void Clear(DateTimeOffset now, AuditEntry by) =>
        Change(command =>
        {
            var (first, _, last, _) = Marks(command);
            Remove(command, last);
            Append(
                command,
                now,
                by with
                {
                    Kind = ClearedKind,
                    Text = $"{by.Text} {last - first} entries are gone.",
                    Subject = Text(last),
                }
            );
        });

    /// <summary>All rows with the marks at both ends, as they were at one moment.</summary>
    public T Walk<T>(Func<ChainMarks, IEnumerable<AuditRow>, T> look) =>
        database.Use(command =>
        {
            using var moment = command.Connection!.BeginTransaction(deferred: true);
            command.Transaction = moment;
            var marks = Marks(command);
            Prepare(command, $"SELECT {Columns} FROM audit ORDER BY id");
            using var rows = command.ExecuteReader();
            return look(marks, ReadAll(rows));
        });

    private static void Remove(SqliteCommand command, long upTo)
    {
        Run(
            command,
            """
            UPDATE audit_chain SET removed_id = $id, removed_hash = coalesce((SELECT hash FROM audit WHERE id = $id), zeroblob(32))
            WHERE removed_id < $id
            """,
            ("$id", upTo)
        );
        Run(command, "DELETE FROM audit WHERE id <= $id", ("$id", upTo));
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
