using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

// Whoever comes, changes and goes. Each is decided and written in one step, so that two administrators at once cannot leave nobody.
internal sealed partial class AccountStore
{
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
                UPDATE account SET name = $name, name_key = $key, role = $role, locked_at = $locked, expires_at = $expires, failures = $failures,
                  unlocks = unlocks + $unlock
                WHERE id = $id
                """,
                id
            );
            change.Parameters.AddWithValue("$name", wanted.Name);
            change.Parameters.AddWithValue("$key", wanted.NameKey);
            change.Parameters.AddWithValue("$role", wanted.Role.ToString());
            change.Parameters.AddWithValue("$locked", StoredMoment.TextOrNull(wanted.LockedAt));
            change.Parameters.AddWithValue("$expires", StoredMoment.TextOrNull(wanted.ExpiresAt));
            change.Parameters.AddWithValue("$failures", wanted.IsUnlocking ? 0 : before.Failures);
            change.Parameters.AddWithValue("$unlock", wanted.IsUnlocking);
            change.ExecuteNonQuery();
            AccountRightStore.Write(change, id, wanted.Rights);
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

    private static Account? FindIn(SqliteCommand command, long id)
    {
        Reset(command, $"SELECT {AccountRowStore.Columns} FROM account WHERE id = $id", id);
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
}
