using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the column <c>account.password_hash</c>.</summary>
internal sealed class PasswordStore(Database database)
{
    /// <summary>The same password, hashed dearer.</summary>
    public void Rehash(long accountId, string passwordHash)
    {
        database.Use(change =>
        {
            change.CommandText = "UPDATE account SET password_hash = $hash WHERE id = $id";
            change.Parameters.AddWithValue("$hash", passwordHash);
            change.Parameters.AddWithValue("$id", accountId);
            return change.ExecuteNonQuery();
        });
    }

    /// <summary>Another password: what was opened under the old one ends in the same step, wherever it came from.</summary>
    public void Change(long accountId, string passwordHash, string? owes)
    {
        database.Change(change =>
        {
            change.CommandText = """
                UPDATE account SET password_hash = $hash, owes = $owes, failures = 0 WHERE id = $id;
                DELETE FROM session WHERE account_id = $id;
                """;
            change.Parameters.AddWithValue("$id", accountId);
            change.Parameters.AddWithValue("$hash", passwordHash);
            change.Parameters.AddWithValue("$owes", (object?)owes ?? DBNull.Value);
            return change.ExecuteNonQuery();
        });
    }
}
