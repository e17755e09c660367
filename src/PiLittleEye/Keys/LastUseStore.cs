using Microsoft.Data.Sqlite;
using PiLittleEye.Audit;

namespace PiLittleEye.Keys;

/// <summary>Reads the columns used_at and used_from.</summary>
internal static class LastUseStore
{
    /// <returns>What stands in the two columns that begin there; null when it was never used.</returns>
    public static LastUse? Read(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new LastUse(MomentText.Parse(row.GetString(column)), row.GetString(column + 1));
}
