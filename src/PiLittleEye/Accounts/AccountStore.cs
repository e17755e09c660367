using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>account</c>: who there is. What changes it stands in the other part.</summary>
internal sealed partial class AccountStore(Database database, TimeProvider clock)
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
            ask.CommandText = $"SELECT {AccountRowStore.Columns} FROM account WHERE name_key = $key";
            ask.Parameters.AddWithValue("$key", nameKey);
            return ReadOne(ask);
        });
    }

    public Account? Find(long id)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"SELECT {AccountRowStore.Columns} FROM account WHERE id = $id";
            ask.Parameters.AddWithValue("$id", id);
            return ReadOne(ask);
        });
    }

    public IReadOnlyList<AccountItem> List(DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"""
                SELECT {AccountRowStore.ItemColumns} FROM account ORDER BY account.name_key
                """;
            ask.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            using var row = ask.ExecuteReader();
            var items = new List<AccountItem>();
            while (row.Read())
            {
                items.Add(AccountRowStore.ReadItem(row));
            }

            return items;
        });
    }

    /// <summary>Adds the first account of all: of two claims at the same moment one is refused.</summary>
    /// <returns>Null when there is an account already.</returns>
    public Account? AddFirst(string name, string nameKey, AccountRole role, string passwordHash) =>
        Add(new NewAccount(name, nameKey, role, passwordHash), others => others.Count == 0);

    /// <param name="account">What it shall be.</param>
    /// <param name="mayJoin">Asked with the names of all others, while nobody else can add one.</param>
    /// <returns>Null when it may not.</returns>
    public Account? Add(NewAccount account, Func<IReadOnlyList<string>, bool> mayJoin)
    {
        return database.Change(add =>
        {
            if (!mayJoin(NamesBut(add, id: 0)))
            {
                return null;
            }

            add.CommandText = """
                INSERT INTO account (name, name_key, role, password_hash, owes, expires_at, created_at)
                VALUES ($name, $key, $role, $hash, $owes, $expires, $now) RETURNING id
                """;
            add.Parameters.AddWithValue("$name", account.Name);
            add.Parameters.AddWithValue("$key", account.NameKey);
            add.Parameters.AddWithValue("$role", account.Role.ToString());
            add.Parameters.AddWithValue("$hash", account.PasswordHash);
            add.Parameters.AddWithValue("$owes", (object?)account.Owes ?? DBNull.Value);
            add.Parameters.AddWithValue("$expires", StoredMoment.TextOrNull(account.ExpiresAt));
            add.Parameters.AddWithValue("$now", StoredMoment.Text(clock.GetUtcNow()));
            var id = (long)add.ExecuteScalar()!;
            AccountRightStore.Write(add, id, account.Rights);
            return FindIn(add, id);
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

    private static Account? ReadOne(SqliteCommand ask)
    {
        using var row = ask.ExecuteReader();
        return row.Read() ? AccountRowStore.Read(row) : null;
    }
}
