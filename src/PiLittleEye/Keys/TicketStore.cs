using Microsoft.Data.Sqlite;
using PiLittleEye.Audit;
using PiLittleEye.Storage;

namespace PiLittleEye.Keys;

/// <summary>SQL of the table <c>ticket</c>. Those whose time is over are never found, and leave when a new one comes.</summary>
internal sealed class TicketStore(Database database, TimeProvider clock)
{
    private const string Columns = "id, account_id, name, camera, is_kiosk, created_at, expires_at, used_at, used_from FROM ticket";

    public IReadOnlyList<Ticket> All() => Ask($"SELECT {Columns} WHERE expires_at > $now ORDER BY id", _ => { });

    public Ticket? Find(long id) =>
        Ask($"SELECT {Columns} WHERE id = $id AND expires_at > $now", ask => ask.Parameters.AddWithValue("$id", id)).SingleOrDefault();

    public Ticket? FindByHash(byte[] tokenHash) =>
        Ask($"SELECT {Columns} WHERE token_hash = $hash AND expires_at > $now", ask => ask.Parameters.AddWithValue("$hash", tokenHash))
            .SingleOrDefault();

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

    public void Note(long id, LastUse use)
    {
        database.Use(note =>
        {
            note.CommandText = "UPDATE ticket SET used_at = $at, used_from = $from WHERE id = $id";
            note.Parameters.AddWithValue("$id", id);
            note.Parameters.AddWithValue("$at", MomentText.Of(use.At));
            note.Parameters.AddWithValue("$from", use.From);
            return note.ExecuteNonQuery();
        });
    }

    public void Remove(long id)
    {
        database.Use(remove =>
        {
            remove.CommandText = "DELETE FROM ticket WHERE id = $id";
            remove.Parameters.AddWithValue("$id", id);
            return remove.ExecuteNonQuery();
        });
    }

    private List<Ticket> Ask(string sql, Action<SqliteCommand> fill)
    {
        return database.Use(ask =>
        {
            ask.CommandText = sql;
            ask.Parameters.AddWithValue("$now", MomentText.Of(clock.GetUtcNow()));
            fill(ask);
            return ReadAll(ask);
        });
    }

    private static List<Ticket> ReadAll(SqliteCommand ask)
    {
        var tickets = new List<Ticket>();
        using var row = ask.ExecuteReader();
        while (row.Read())
        {
            tickets.Add(
                new Ticket(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetBoolean(4))
                {
                    CreatedAt = MomentText.Parse(row.GetString(5)),
                    ExpiresAt = MomentText.Parse(row.GetString(6)),
                    LastUse = row.IsDBNull(7) ? null : new LastUse(MomentText.Parse(row.GetString(7)), row.GetString(8)),
                }
            );
        }

        return tickets;
    }
}
