using Microsoft.Data.Sqlite;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Keys;

/// <summary>SQL that keys and tickets have in common: rows that are asked for, used and taken back.</summary>
/// <typeparam name="T">What stands in a row.</typeparam>
/// <param name="database">Where they are.</param>
/// <param name="table">One with the columns id, used_at and used_from.</param>
/// <param name="columns">What <paramref name="read"/> reads.</param>
/// <param name="read">Makes one of a row.</param>
internal sealed class IssuedStore<T>(Database database, string table, string columns, Func<SqliteDataReader, T> read)
{
    /// <param name="condition">Behind FROM.</param>
    /// <param name="values">Of its parameters.</param>
    public List<T> Ask(string condition, params (string Name, object Value)[] values)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"SELECT {columns} FROM {table} {condition}";
            foreach (var (name, value) in values)
            {
                ask.Parameters.AddWithValue(name, value);
            }

            var found = new List<T>();
            using var row = ask.ExecuteReader();
            while (row.Read())
            {
                found.Add(read(row));
            }

            return found;
        });
    }

    public void Note(long id, LastUse use)
    {
        database.Use(note =>
        {
            note.CommandText = $"UPDATE {table} SET used_at = $at, used_from = $from WHERE id = $id";
            note.Parameters.AddWithValue("$id", id);
            note.Parameters.AddWithValue("$at", MomentText.Of(use.At));
            note.Parameters.AddWithValue("$from", use.From);
            return note.ExecuteNonQuery();
        });
    }

    public void Remove(long id)
    {
        database.Use(remove =>
        {
            remove.CommandText = $"DELETE FROM {table} WHERE id = $id";
            remove.Parameters.AddWithValue("$id", id);
            return remove.ExecuteNonQuery();
        });
    }
}
