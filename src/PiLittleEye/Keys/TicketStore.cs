using Microsoft.Data.Sqlite;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Keys;

/// <summary>SQL of the table <c>ticket</c>. Those whose time is over are never found, and leave when a new one comes.</summary>
internal sealed class TicketStore(Database database, TimeProvider clock)
{
    private readonly IssuedStore<Ticket> _tickets = new(
        database,
        "ticket",
        "id, account_id, name, camera, is_kiosk, created_at, expires_at, used_at, used_from",
        Read
    );

    private (string, object) Now => ("$now", MomentText.Of(clock.GetUtcNow()));

    public IReadOnlyList<Ticket> All() => _tickets.Ask("WHERE expires_at > $now ORDER BY id", Now);

    public Ticket? Find(long id) => _tickets.Ask("WHERE id = $id AND expires_at > $now", ("$id", id), Now).SingleOrDefault();

    public Ticket? FindByHash(byte[] tokenHash) =>
        _tickets.Ask("WHERE token_hash = $hash AND expires_at > $now", ("$hash", tokenHash), Now).SingleOrDefault();

    /// <param name="ticket">Its id is of no account.</param>
    /// <param name="tokenHash">Of what stands in the link.</param>
    /// <param name="most">How many one account may have.</param>
    /// <returns>Its id; null when there are too many.</returns>
    public long? Add(Ticket ticket, byte[] tokenHash, int most)
    {
        return database.Use(add =>
        {
            add.CommandText = """
                DELETE FROM ticket WHERE expires_at <= $now;
                INSERT INTO ticket (account_id, name, token_hash, camera, is_kiosk, created_at, expires_at)
                SELECT $account, $name, $hash, $camera, $kiosk, $now, $expires
                WHERE (SELECT COUNT(*) FROM ticket WHERE account_id = $account) < $most
                RETURNING id
                """;
            add.Parameters.AddWithValue("$account", ticket.AccountId);
            add.Parameters.AddWithValue("$name", ticket.Name);
            add.Parameters.AddWithValue("$hash", tokenHash);
            add.Parameters.AddWithValue("$camera", ticket.Camera);
            add.Parameters.AddWithValue("$kiosk", ticket.IsKiosk);
            add.Parameters.AddWithValue("$now", MomentText.Of(ticket.CreatedAt));
            add.Parameters.AddWithValue("$expires", MomentText.Of(ticket.ExpiresAt));
            add.Parameters.AddWithValue("$most", most);
            return add.ExecuteScalar() as long?;
        });
    }

    public void Note(long id, LastUse use) => _tickets.Note(id, use);

    public void Remove(long id) => _tickets.Remove(id);

    private static Ticket Read(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetBoolean(4))
        {
            CreatedAt = MomentText.Parse(row.GetString(5)),
            ExpiresAt = MomentText.Parse(row.GetString(6)),
            LastUse = LastUseStore.Read(row, 7),
        };
}
