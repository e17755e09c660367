using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the tables <c>second_factor</c>, <c>recovery_code</c> and <c>second_factor_required</c>.</summary>
internal sealed class SecondFactorStore(Database database)
{
    public SecondFactorRow? Find(long accountId)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT secret, offered, last_step FROM second_factor WHERE account_id = $account";
            ask.Parameters.AddWithValue("$account", accountId);
            using var row = ask.ExecuteReader();
            return row.Read()
                ? new SecondFactorRow(
                    row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0),
                    row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1),
                    row.GetInt64(2)
                )
                : null;
        });
    }

    public void Offer(long accountId, byte[] sealedSecret)
    {
        database.Use(offer =>
        {
            offer.CommandText = """
                INSERT INTO second_factor (account_id, offered) VALUES ($account, $offered)
                ON CONFLICT (account_id) DO UPDATE SET offered = excluded.offered
                """;
            offer.Parameters.AddWithValue("$account", accountId);
            offer.Parameters.AddWithValue("$offered", sealedSecret);
            return offer.ExecuteNonQuery();
        });
    }

    /// <summary>What was offered is in force from now on, with other recovery codes.</summary>
    public void TurnOn(long accountId, long step, IEnumerable<byte[]> codeHashes)
    {
        database.Change(change =>
        {
            change.Parameters.AddWithValue("$account", accountId);
            change.Parameters.AddWithValue("$step", step);
            change.CommandText = """
                UPDATE second_factor SET secret = offered, offered = NULL, last_step = $step WHERE account_id = $account;
                DELETE FROM recovery_code WHERE account_id = $account;
                """;
            change.ExecuteNonQuery();
            foreach (var hash in codeHashes)
            {
                change.CommandText = "INSERT INTO recovery_code (account_id, code_hash) VALUES ($account, $hash)";
                change.Parameters.Clear();
                change.Parameters.AddWithValue("$account", accountId);
                change.Parameters.AddWithValue("$hash", hash);
                change.ExecuteNonQuery();
            }

            return true;
        });
    }

    /// <returns>False when the same code, or a later one, was taken by somebody else in this very moment.</returns>
    public bool Use(long accountId, long step)
    {
        return database.Use(use =>
        {
            use.CommandText = "UPDATE second_factor SET last_step = $step WHERE account_id = $account AND last_step < $step";
            use.Parameters.AddWithValue("$account", accountId);
            use.Parameters.AddWithValue("$step", step);
            return use.ExecuteNonQuery() > 0;
        });
    }

    /// <returns>Whether there was one.</returns>
    public bool UseRecoveryCode(long accountId, byte[] hash)
    {
        return database.Use(use =>
        {
            use.CommandText = "DELETE FROM recovery_code WHERE account_id = $account AND code_hash = $hash";
            use.Parameters.AddWithValue("$account", accountId);
            use.Parameters.AddWithValue("$hash", hash);
            return use.ExecuteNonQuery() > 0;
        });
    }

    public void Remove(long accountId)
    {
        database.Use(remove =>
        {
            remove.CommandText = """
                DELETE FROM second_factor WHERE account_id = $account;
                DELETE FROM recovery_code WHERE account_id = $account;
                """;
            remove.Parameters.AddWithValue("$account", accountId);
            return remove.ExecuteNonQuery();
        });
    }

    public IReadOnlyList<AccountRole> Required()
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT role FROM second_factor_required ORDER BY role";
            using var row = ask.ExecuteReader();
            var roles = new List<AccountRole>();
            while (row.Read())
            {
                roles.Add(Enum.Parse<AccountRole>(row.GetString(0)));
            }

            return roles;
        });
    }

    public void Require(IEnumerable<AccountRole> roles)
    {
        database.Change(change =>
        {
            change.CommandText = "DELETE FROM second_factor_required";
            change.ExecuteNonQuery();
            foreach (var role in roles.Distinct())
            {
                change.CommandText = "INSERT INTO second_factor_required (role) VALUES ($role)";
                change.Parameters.Clear();
                change.Parameters.AddWithValue("$role", role.ToString());
                change.ExecuteNonQuery();
            }

            return true;
        });
    }
}
