using System.Globalization;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>session</c>. Tokens are known here only by their hash.</summary>
internal sealed class SessionStore(Database database)
{
    public void Add(byte[] tokenHash, long accountId, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        database.Use(add =>
        {
            // Expired ones leave when somebody comes, so the table cannot grow for ever and no worker is needed.
            add.CommandText = """
                DELETE FROM session WHERE expires_at <= $now;
                INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at) VALUES ($hash, $account, $now, $now, $expires);
                """;
            add.Parameters.AddWithValue("$hash", tokenHash);
            add.Parameters.AddWithValue("$account", accountId);
            add.Parameters.AddWithValue("$now", Text(now));
            add.Parameters.AddWithValue("$expires", Text(expiresAt));
            return add.ExecuteNonQuery();
        });
    }

    public Session? Find(byte[] tokenHash, DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = """
                SELECT account.id, account.name, account.role, account.password_hash, session.seen_at, session.expires_at
                FROM session JOIN account ON account.id = session.account_id
                WHERE session.token_hash = $hash AND session.expires_at > $now
                """;
            ask.Parameters.AddWithValue("$hash", tokenHash);
            ask.Parameters.AddWithValue("$now", Text(now));
            using var row = ask.ExecuteReader();
            return row.Read()
                ? new Session(Convert.ToHexString(tokenHash), AccountStore.Read(row, 0), Moment(row.GetString(4)), Moment(row.GetString(5)))
                : null;
        });
    }

    public void Prolong(byte[] tokenHash, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        database.Use(change =>
        {
            change.CommandText = "UPDATE session SET seen_at = $now, expires_at = $expires WHERE token_hash = $hash";
            change.Parameters.AddWithValue("$hash", tokenHash);
            change.Parameters.AddWithValue("$now", Text(now));
            change.Parameters.AddWithValue("$expires", Text(expiresAt));
            return change.ExecuteNonQuery();
        });
    }

    public void Remove(byte[] tokenHash)
    {
        database.Use(remove =>
        {
            remove.CommandText = "DELETE FROM session WHERE token_hash = $hash";
            remove.Parameters.AddWithValue("$hash", tokenHash);
            return remove.ExecuteNonQuery();
        });
    }

    // UTC in the round-trip format sorts as text, so SQL may compare it.
    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
