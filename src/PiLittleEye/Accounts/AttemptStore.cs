using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>attempt</c>, and of what failures do to accounts.</summary>
internal sealed class AttemptStore(Database database)
{
    public IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> Load()
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT who, moments FROM attempt";
            using var row = ask.ExecuteReader();
            var all = new Dictionary<string, IReadOnlyList<DateTimeOffset>>(StringComparer.Ordinal);
            while (row.Read())
            {
                all[row.GetString(0)] = [.. row.GetString(1).Split(' ').Select(StoredMoment.Of)];
            }

            return all;
        });
    }

    /// <summary>Both in one step, so that a card is written to once.</summary>
    /// <param name="attempts">By whom they count against; none means forget them.</param>
    /// <param name="failures">Wrong passwords for accounts that exist.</param>
    public void Save(IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> attempts, IReadOnlyList<FailedSignIn> failures)
    {
        database.Change(save =>
        {
            foreach (var (who, moments) in attempts)
            {
                save.Parameters.Clear();
                save.Parameters.AddWithValue("$who", who);
                save.Parameters.AddWithValue("$moments", string.Join(' ', moments.Select(StoredMoment.Text)));
                save.CommandText =
                    moments.Count == 0
                        ? "DELETE FROM attempt WHERE who = $who"
                        : "INSERT OR REPLACE INTO attempt (who, moments) VALUES ($who, $moments)";
                save.ExecuteNonQuery();
            }

            foreach (var (accountId, knownAddress) in failures)
            {
                save.Parameters.Clear();
                save.Parameters.AddWithValue("$account", accountId);
                save.Parameters.AddWithValue("$address", (object?)knownAddress ?? DBNull.Value);
                save.Parameters.AddWithValue("$most", AttemptPolicy.LocksAfter);
                // Where somebody fails that often in a row, somebody else may be sitting: that place is not known any more.
                save.CommandText = knownAddress is null
                    ? "UPDATE account SET failures = failures + 1 WHERE id = $account"
                    : """
                        UPDATE known_address SET failures = failures + 1 WHERE account_id = $account AND address = $address;
                        UPDATE account SET failures = max(failures, $most) WHERE id = $account AND EXISTS
                          (SELECT 1 FROM known_address WHERE account_id = $account AND address = $address AND failures >= $most);
                        DELETE FROM known_address WHERE account_id = $account AND address = $address AND failures >= $most;
                        """;
                save.ExecuteNonQuery();
            }

            return true;
        });
    }
}
