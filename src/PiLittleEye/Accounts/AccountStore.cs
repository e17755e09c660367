using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>account</c>.</summary>
internal sealed class AccountStore(Database database, TimeProvider clock)
{
    public bool IsEmpty()
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT NOT EXISTS (SELECT 1 FROM account)";
            return ask.ExecuteScalar() is 1L;
        });
    }

    public Account? FindByKey(string nameKey)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT id, name, role, password_hash FROM account WHERE name_key = $key";
            ask.Parameters.AddWithValue("$key", nameKey);
            using var row = ask.ExecuteReader();
            return row.Read() ? Read(row, 0) : null;
        });
    }

    public Account? Find(long accountId)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT id, name, role, password_hash FROM account WHERE id = $id";
            ask.Parameters.AddWithValue("$id", accountId);
            using var row = ask.ExecuteReader();
            return row.Read() ? Read(row, 0) : null;
        });
    }

    /// <summary>Adds the first account of all, in one statement: of two claims at the same moment one is refused.</summary>
    /// <returns>Null when there is an account already.</returns>
    public Account? AddFirst(string name, string nameKey, AccountRole role, string passwordHash)
    {
        return database.Use(add =>
        {
            add.CommandText = """
                INSERT INTO account (name, name_key, role, password_hash, created_at)
                SELECT $name, $key, $role, $hash, $now WHERE NOT EXISTS (SELECT 1 FROM account)
                RETURNING id
                """;
            add.Parameters.AddWithValue("$name", name);
            add.Parameters.AddWithValue("$key", nameKey);
            add.Parameters.AddWithValue("$role", role.ToString());
            add.Parameters.AddWithValue("$hash", passwordHash);
            add.Parameters.AddWithValue("$now", clock.GetUtcNow().ToString("O"));
            return add.ExecuteScalar() is long id ? new Account(id, name, role, passwordHash) : null;
        });
    }

    public void ChangePasswordHash(long accountId, string passwordHash)
    {
        database.Use(change =>
        {
            change.CommandText = "UPDATE account SET password_hash = $hash WHERE id = $id";
            change.Parameters.AddWithValue("$hash", passwordHash);
            change.Parameters.AddWithValue("$id", accountId);
            return change.ExecuteNonQuery();
        });
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<long> IdsOf(AccountRole role)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT id FROM account WHERE role = $role ORDER BY id";
            ask.Parameters.AddWithValue("$role", role.ToString());
            var ids = new List<long>();
            using var row = ask.ExecuteReader();
            while (row.Read())
            {
                ids.Add(row.GetInt64(0));
            }

            return ids;
        });
    }

    internal static Account Read(SqliteDataReader row, int first) =>
        new(row.GetInt64(first), row.GetString(first + 1), Enum.Parse<AccountRole>(row.GetString(first + 2)), row.GetString(first + 3));
}
