using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>SQL of the tables <c>photo_sender</c> and <c>photo_secret</c>: who may ask.</summary>
internal sealed class PhotoSenderStore(Database database, TimeProvider clock)
{
    private const string Select = """
        SELECT s.id, s.address, s.account_id, s.secret_id, s.created_at, s.locked_until, s.used_at, s.replies,
          CASE WHEN s.wrong_since > $dayAgo THEN s.wrong_codes ELSE 0 END, k.is_verified,
          (SELECT min(o.id) FROM photo_sender o WHERE o.secret_id = s.secret_id AND o.id <> s.id)
        FROM photo_sender s JOIN photo_secret k ON k.id = s.secret_id
        """;

    public IReadOnlyList<PhotoSender> All() =>
        database.Use(ask =>
        {
            ask.CommandText = $"{Select} ORDER BY s.id";
            return Read(ask);
        });

    public PhotoSender? Find(long id) =>
        database.Use(ask =>
        {
            ask.CommandText = $"{Select} WHERE s.id = $id";
            ask.Parameters.AddWithValue("$id", id);
            return Read(ask).FirstOrDefault();
        });

    public PhotoSender? FindByAddress(string address) =>
        database.Use(ask =>
        {
            ask.CommandText = $"{Select} WHERE s.address = $address";
            ask.Parameters.AddWithValue("$address", address);
            return Read(ask).FirstOrDefault();
        });

    /// <param name="address">As addresses are compared.</param>
    /// <param name="accountId">Whose rights it has, or null.</param>
    /// <param name="secretId">One that is there, or a new one with <paramref name="sealedSecret"/>.</param>
    /// <param name="sealedSecret">Null for one that is there.</param>
    /// <param name="most">No more senders than these.</param>
    /// <returns>False when there are too many; null when the address is on the list already.</returns>
    public bool? Add(string address, long? accountId, long secretId, byte[]? sealedSecret, int most) =>
        database.Change<bool?>(add =>
        {
            add.Parameters.AddWithValue("$address", address);
            add.Parameters.AddWithValue("$account", (object?)accountId ?? DBNull.Value);
            add.Parameters.AddWithValue("$secret", secretId);
            add.Parameters.AddWithValue("$box", (object?)sealedSecret ?? DBNull.Value);
            add.Parameters.AddWithValue("$now", StoredMoment.Text(clock.GetUtcNow()));
            add.Parameters.AddWithValue("$most", most);
            add.CommandText = "SELECT (SELECT count(*) FROM photo_sender) < $most";
            if (add.ExecuteScalar() is not 1L)
            {
                return false;
            }

            add.CommandText = "SELECT EXISTS (SELECT 1 FROM photo_sender WHERE address = $address)";
            if (add.ExecuteScalar() is 1L)
            {
                return null;
            }

            add.CommandText = """
                INSERT INTO photo_secret (id, secret) SELECT $secret, $box WHERE $box IS NOT NULL;
                INSERT INTO photo_sender (address, account_id, secret_id, created_at) VALUES ($address, $account, $secret, $now);
                """;
            add.ExecuteNonQuery();
            return true;
        });

    public void SetAccount(long id, long? accountId) =>
        Change("UPDATE photo_sender SET account_id = $value WHERE id = $id", id, (object?)accountId ?? DBNull.Value);

    public void Unlock(long id) =>
        Change("UPDATE photo_sender SET locked_until = NULL, wrong_codes = 0, wrong_since = NULL WHERE id = $id", id, DBNull.Value);

    public bool Remove(long id) => Change("DELETE FROM photo_sender WHERE id = $id", id, DBNull.Value) > 0;

    /// <summary>The former one opens nothing any more; the new one must be checked first.</summary>
    public void SetSecret(long secretId, byte[] sealedSecret) =>
        Change("UPDATE photo_secret SET secret = $value, last_step = 0, is_verified = 0 WHERE id = $id", secretId, sealedSecret);

    /// <summary>The code of that step is used up.</summary>
    /// <returns>False when it was before.</returns>
    public bool Verify(long secretId, long step) =>
        Change("UPDATE photo_secret SET last_step = $value, is_verified = 1 WHERE id = $id AND last_step < $value", secretId, step) > 0;

    /// <returns>The sealed secret and the last step that was used; null when there is none.</returns>
    public (byte[] Secret, long LastStep)? Secret(long secretId) =>
        database.Use<(byte[], long)?>(ask =>
        {
            ask.CommandText = "SELECT secret, last_step FROM photo_secret WHERE id = $id";
            ask.Parameters.AddWithValue("$id", secretId);
            using var row = ask.ExecuteReader();
            return row.Read() ? (row.GetFieldValue<byte[]>(0), row.GetInt64(1)) : null;
        });

    private int Change(string sql, long id, object value) =>
        database.Use(change =>
        {
            change.CommandText = sql;
            change.Parameters.AddWithValue("$id", id);
            change.Parameters.AddWithValue("$value", value);
            return change.ExecuteNonQuery();
        });

    private List<PhotoSender> Read(SqliteCommand ask)
    {
        ask.Parameters.AddWithValue("$dayAgo", StoredMoment.Text(clock.GetUtcNow() - PhotoReplyStore.Day));
        using var row = ask.ExecuteReader();
        var senders = new List<PhotoSender>();
        while (row.Read())
        {
            senders.Add(
                new PhotoSender
                {
                    Id = row.GetInt64(0),
                    Address = row.GetString(1),
                    AccountId = row.IsDBNull(2) ? null : row.GetInt64(2),
                    SecretId = row.GetInt64(3),
                    CreatedAt = StoredMoment.Of(row.GetString(4)),
                    LockedUntil = row.IsDBNull(5) ? null : StoredMoment.Of(row.GetString(5)),
                    UsedAt = row.IsDBNull(6) ? null : StoredMoment.Of(row.GetString(6)),
                    Replies = row.GetInt64(7),
                    WrongCodes = (int)row.GetInt64(8),
                    IsVerified = row.GetInt64(9) != 0,
                    SharesWith = row.IsDBNull(10) ? null : row.GetInt64(10),
                }
            );
        }

        return senders;
    }
}
