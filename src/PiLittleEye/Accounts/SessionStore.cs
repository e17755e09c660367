using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>SQL of the table <c>session</c>. Tokens are known here only by their hash.</summary>
internal sealed class SessionStore(Database database)
{
    private const string Open = """
        session.expires_at > $now AND account.locked_at IS NULL AND (account.expires_at IS NULL OR account.expires_at > $now)
        """;

    // A token that has been exchanged opens what it did for a moment, but proves nothing.
    private const string Select = $"""
        SELECT {AccountRowStore.Columns}, session.id, session.seen_at, session.expires_at,
          CASE WHEN session.former_hash IS $hash THEN NULL ELSE session.proved_at END
        FROM session JOIN account ON account.id = session.account_id
        """;

    public void Add(string id, byte[] tokenHash, long accountId, Visitor visitor, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        database.Change(add =>
        {
            // Expired ones leave when somebody comes, so the table cannot grow for ever and no worker is needed.
            add.CommandText = """
                DELETE FROM session WHERE expires_at <= $now;
                INSERT INTO session (id, token_hash, account_id, device, address, created_at, seen_at, expires_at, proved_at)
                VALUES ($id, $hash, $account, $device, $address, $now, $now, $expires, $now);
                UPDATE account SET seen_at = $now WHERE id = $account;
                """;
            add.Parameters.AddWithValue("$id", id);
            add.Parameters.AddWithValue("$hash", tokenHash);
            add.Parameters.AddWithValue("$account", accountId);
            add.Parameters.AddWithValue("$device", visitor.Device);
            add.Parameters.AddWithValue("$address", visitor.ShownAddress);
            add.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            add.Parameters.AddWithValue("$expires", StoredMoment.Text(expiresAt));
            return add.ExecuteNonQuery();
        });
    }

    public Session? Find(byte[] tokenHash, DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"""
                {Select} WHERE {Open} AND session.id =
                  coalesce((SELECT id FROM session WHERE token_hash = $hash), (SELECT id FROM session WHERE former_hash = $hash AND former_until > $now))
                """;
            ask.Parameters.AddWithValue("$hash", tokenHash);
            return ReadOne(ask, now);
        });
    }

    public Session? Find(string id, DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = $"{Select} WHERE {Open} AND session.id = $id";
            ask.Parameters.AddWithValue("$hash", Array.Empty<byte>());
            ask.Parameters.AddWithValue("$id", id);
            return ReadOne(ask, now);
        });
    }

    public IReadOnlyList<SessionItem> List(long accountId, string currentId, DateTimeOffset now)
    {
        return database.Use(ask =>
        {
            ask.CommandText = """
                SELECT id, device, address, created_at, seen_at FROM session WHERE account_id = $account AND expires_at > $now
                ORDER BY seen_at DESC, id
                """;
            ask.Parameters.AddWithValue("$account", accountId);
            ask.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            using var row = ask.ExecuteReader();
            var items = new List<SessionItem>();
            while (row.Read())
            {
                var id = row.GetString(0);
                items.Add(
                    new SessionItem(
                        id,
                        row.GetString(1),
                        row.GetString(2),
                        StoredMoment.Of(row.GetString(3)),
                        StoredMoment.Of(row.GetString(4)),
                        id == currentId
                    )
                );
            }

            return items;
        });
    }

    public void Prolong(string id, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        database.Use(change =>
        {
            change.CommandText = """
                UPDATE session SET seen_at = $now, expires_at = $expires WHERE id = $id;
                UPDATE account SET seen_at = $now WHERE id = (SELECT account_id FROM session WHERE id = $id);
                """;
            change.Parameters.AddWithValue("$id", id);
            change.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            change.Parameters.AddWithValue("$expires", StoredMoment.Text(expiresAt));
            return change.ExecuteNonQuery();
        });
    }

    /// <summary>The password was proved again: from now on it is known by another token.</summary>
    public void Exchange(string id, byte[] tokenHash, DateTimeOffset now, DateTimeOffset formerUntil)
    {
        database.Use(change =>
        {
            change.CommandText = """
                UPDATE session SET former_hash = token_hash, former_until = $until, token_hash = $hash, proved_at = $now WHERE id = $id
                """;
            change.Parameters.AddWithValue("$id", id);
            change.Parameters.AddWithValue("$hash", tokenHash);
            change.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            change.Parameters.AddWithValue("$until", StoredMoment.Text(formerUntil));
            return change.ExecuteNonQuery();
        });
    }

    /// <returns>Whether this account had one with this id.</returns>
    public bool Remove(string id, long accountId)
    {
        return database.Use(remove =>
        {
            remove.CommandText = "DELETE FROM session WHERE id = $id AND account_id = $account";
            remove.Parameters.AddWithValue("$id", id);
            remove.Parameters.AddWithValue("$account", accountId);
            return remove.ExecuteNonQuery() > 0;
        });
    }

    /// <param name="accountId">Whose.</param>
    /// <param name="keptId">The one that stays; none when null.</param>
    public void RemoveAll(long accountId, string? keptId = null)
    {
        database.Use(remove =>
        {
            remove.CommandText = "DELETE FROM session WHERE account_id = $account AND id IS NOT $kept";
            remove.Parameters.AddWithValue("$account", accountId);
            remove.Parameters.AddWithValue("$kept", (object?)keptId ?? DBNull.Value);
            return remove.ExecuteNonQuery();
        });
    }

    private static Session? ReadOne(SqliteCommand ask, DateTimeOffset now)
    {
        const int first = AccountRowStore.ColumnCount;
        ask.Parameters.AddWithValue("$now", StoredMoment.Text(now));
        using var row = ask.ExecuteReader();
        return row.Read()
            ? new Session(
                row.GetString(first),
                AccountRowStore.Read(row),
                StoredMoment.Of(row.GetString(first + 1)),
                StoredMoment.Of(row.GetString(first + 2))
            )
            {
                ProvedAt = row.IsDBNull(first + 3) ? null : StoredMoment.Of(row.GetString(first + 3)),
            }
            : null;
    }
}
