using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>known_address</c>: where people have signed in from. The address is <see cref="AttemptThrottle.KeyOf"/>'s.</summary>
internal sealed class KnownAddressStore(Database database, TimeProvider clock)
{
    // Home, work, and the addresses of a phone's last weeks.
    private const int Most = 20;

    public bool IsKnown(long accountId, string address)
    {
        return database.Use(ask =>
        {
            ask.CommandText = "SELECT EXISTS (SELECT 1 FROM known_address WHERE account_id = $account AND address = $address)";
            ask.Parameters.AddWithValue("$account", accountId);
            ask.Parameters.AddWithValue("$address", address);
            return ask.ExecuteScalar() is 1L;
        });
    }

    /// <summary>Signed in from there: earlier failures are forgiven, the oldest place beyond twenty is forgotten.</summary>
    public void Remember(long accountId, string address)
    {
        database.Change(remember =>
        {
            remember.CommandText = """
                UPDATE account SET failures = 0 WHERE id = $account AND failures > 0;
                INSERT OR REPLACE INTO known_address (account_id, address, failures, seen_at) VALUES ($account, $address, 0, $now);
                DELETE FROM known_address WHERE account_id = $account AND address NOT IN
                  (SELECT address FROM known_address WHERE account_id = $account ORDER BY seen_at DESC LIMIT $most);
                """;
            remember.Parameters.AddWithValue("$account", accountId);
            remember.Parameters.AddWithValue("$address", address);
            remember.Parameters.AddWithValue("$now", StoredMoment.Text(clock.GetUtcNow()));
            remember.Parameters.AddWithValue("$most", Most);
            return remember.ExecuteNonQuery();
        });
    }
}
