using Microsoft.Data.Sqlite;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the tables <c>account</c> and <c>account_right</c>.</summary>
internal sealed class AccountStore(Database database, TimeProvider clock)
{
    /// <summary>What <see cref="Read"/> reads, in its order, of a table called account.</summary>
    public const string Columns = """
        account.id, account.name, account.role, account.password_hash, account.locked_at, account.owes, account.expires_at, account.failures,
        (SELECT group_concat(rights || ' ' || camera, char(10)) FROM account_right WHERE account_id = account.id),
        EXISTS (SELECT 1 FROM second_factor WHERE account_id = account.id AND secret IS NOT NULL),
        EXISTS (SELECT 1 FROM second_factor_required WHERE role = account.role)
        """;

    public const int ColumnCount = 11;

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
            ask.CommandText = $"SELECT {Columns} FROM account WHERE name_key = $key";
            ask.Parameters.AddWithValue("$key", nameKey);
            return ReadOne(ask);
        });
    }

    public Account? Find(long id)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"SELECT {Columns} FROM account WHERE id = $id";
            ask.Parameters.AddWithValue("$id", id);
            return ReadOne(ask);
        });
    }

    public IReadOnlyList<AccountItem> List(DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"""
                SELECT {Columns}, account.created_at, account.seen_at,
                  (SELECT count(*) FROM session WHERE account_id = account.id AND expires_at > $now)
                FROM account ORDER BY account.name_key
                """;
            ask.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            using var row = ask.ExecuteReader();
            var items = new List<AccountItem>();
            while (row.Read())
            {
                items.Add(ReadItem(row));
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
            WriteRights(add, id, account.Rights);
            return FindIn(add, id);
        });
    }

    /// <summary>Whatever was decided about it in one step: name, role, lock, end, rights.</summary>
    /// <param name="id">Which.</param>
    /// <param name="decide">Given what it is and the names of all others, says what it becomes; null leaves it.</param>
    /// <returns>What it is now; null when there is none, or when nobody could administrate any more, or when it was left.</returns>
    public Account? Change(long id, Func<Account, IReadOnlyList<string>, AccountChange?> decide)
    {
        return database.Change(change =>
        {
            if (
                FindIn(change, id) is not { } before
                || decide(before, NamesBut(change, id)) is not { } wanted
                || (before is { IsAdministrator: true, LockedAt: null } && !wanted.CanAdministrate && !IsAnotherAdministrator(change, id))
            )
            {
                return null;
            }

            Reset(
                change,
                """
                UPDATE account SET name = $name, name_key = $key, role = $role, locked_at = $locked, expires_at = $expires, failures = $failures
                WHERE id = $id
                """,
                id
            );
            change.Parameters.AddWithValue("$name", wanted.Name);
            change.Parameters.AddWithValue("$key", wanted.NameKey);
            change.Parameters.AddWithValue("$role", wanted.Role.ToString());
            change.Parameters.AddWithValue("$locked", StoredMoment.TextOrNull(wanted.LockedAt));
            change.Parameters.AddWithValue("$expires", StoredMoment.TextOrNull(wanted.ExpiresAt));
            change.Parameters.AddWithValue("$failures", wanted.Failures);
            change.ExecuteNonQuery();
            WriteRights(change, id, wanted.Rights);
            if (wanted.EndsSessions)
            {
                EndSessions(change, id);
            }

            return FindIn(change, id);
        });
    }

    /// <returns>False when it is the last that can administrate; true when it is gone, whoever removed it.</returns>
    public bool Remove(long id)
    {
        return database.Change(remove =>
        {
            if (FindIn(remove, id) is { IsAdministrator: true, LockedAt: null } && !IsAnotherAdministrator(remove, id))
            {
                return false;
            }

            Reset(remove, "DELETE FROM account WHERE id = $id", id);
            remove.ExecuteNonQuery();
            return true;
        });
    }

    /// <summary>As before the first claim; with the accounts goes whatever belongs to them: sessions, keys, links, rights.</summary>
    public void RemoveAll()
    {
        database.Change(remove =>
        {
            remove.CommandText = "DELETE FROM account; DELETE FROM attempt; DELETE FROM second_factor_required;";
            return remove.ExecuteNonQuery();
        });
    }

    /// <summary>The same password, hashed dearer.</summary>
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

    /// <summary>Another password: what was opened under the old one ends in the same step, wherever it came from.</summary>
    public void ChangePassword(long accountId, string passwordHash, string? owes)
    {
        database.Change(change =>
        {
            Reset(change, "UPDATE account SET password_hash = $hash, owes = $owes, failures = 0 WHERE id = $id", accountId);
            change.Parameters.AddWithValue("$hash", passwordHash);
            change.Parameters.AddWithValue("$owes", (object?)owes ?? DBNull.Value);
            change.ExecuteNonQuery();
            EndSessions(change, accountId);
            return true;
        });
    }

    internal static Account Read(SqliteDataReader row, int first) =>
        new(row.GetInt64(first), row.GetString(first + 1), Enum.Parse<AccountRole>(row.GetString(first + 2)), row.GetString(first + 3))
        {
            LockedAt = MomentOrNull(row, first + 4),
            OwesPassword = !row.IsDBNull(first + 5),
            ExpiresAt = MomentOrNull(row, first + 6),
            Failures = row.GetInt32(first + 7),
            Given = row.IsDBNull(first + 8) ? Grants.None : ReadRights(row.GetString(first + 8)),
            HasSecondFactor = row.GetBoolean(first + 9),
            NeedsSecondFactor = row.GetBoolean(first + 10),
        };

    private static AccountItem ReadItem(SqliteDataReader row)
    {
        var account = Read(row, 0);
        return new AccountItem(
            account.Id,
            account.Name,
            RoleWords.Of(account.Role),
            account.LockedAt is not null || account.IsGuarded,
            account.Owes,
            StoredMoment.Of(row.GetString(ColumnCount)),
            MomentOrNull(row, ColumnCount + 1),
            account.ExpiresAt,
            account.HasSecondFactor,
            row.GetInt32(ColumnCount + 2),
            GrantWords.Of(account.Rights)
        );
    }

    private static Account? ReadOne(SqliteCommand ask)
    {
        using var row = ask.ExecuteReader();
        return row.Read() ? Read(row, 0) : null;
    }

    private static Account? FindIn(SqliteCommand command, long id)
    {
        Reset(command, $"SELECT {Columns} FROM account WHERE id = $id", id);
        return ReadOne(command);
    }

    private static List<string> NamesBut(SqliteCommand command, long id)
    {
        Reset(command, "SELECT name FROM account WHERE id <> $id", id);
        using var row = command.ExecuteReader();
        var names = new List<string>();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        command.Parameters.Clear();
        return names;
    }

    private static bool IsAnotherAdministrator(SqliteCommand command, long id)
    {
        Reset(command, "SELECT EXISTS (SELECT 1 FROM account WHERE id <> $id AND role = $role AND locked_at IS NULL)", id);
        command.Parameters.AddWithValue("$role", nameof(AccountRole.Administrator));
        return command.ExecuteScalar() is 1L;
    }

    private static void WriteRights(SqliteCommand command, long id, Grants rights)
    {
        Reset(command, "DELETE FROM account_right WHERE account_id = $id", id);
        command.ExecuteNonQuery();
        foreach (var (camera, right) in rights.ByCamera)
        {
            Reset(command, "INSERT INTO account_right (account_id, camera, rights) VALUES ($id, $camera, $rights)", id);
            command.Parameters.AddWithValue("$camera", camera);
            command.Parameters.AddWithValue("$rights", (int)right);
            command.ExecuteNonQuery();
        }
    }

    private static void EndSessions(SqliteCommand command, long id)
    {
        Reset(command, "DELETE FROM session WHERE account_id = $id", id);
        command.ExecuteNonQuery();
    }

    private static void Reset(SqliteCommand command, string sql, long id)
    {
        command.CommandText = sql;
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$id", id);
    }

    private static Grants ReadRights(string lines) =>
        new(
            lines
                .Split('\n')
                .Select(line => line.Split(' ', 2))
                .Select(pair => new KeyValuePair<string, Right>(
                    pair[1],
                    (Right)int.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture)
                ))
        );

    private static DateTimeOffset? MomentOrNull(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : StoredMoment.Of(row.GetString(column));
}
