using System.Text.Json;
using Microsoft.Data.Sqlite;
using PiLittleEye.Audit;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Keys;

/// <summary>SQL of the table <c>access_key</c>.</summary>
internal sealed class KeyStore(Database database)
{
    private readonly IssuedStore<AccessKey> _keys = new(
        database,
        "access_key",
        "id, account_id, name, key, secret_hash, rights, created_at, expires_at, used_at, used_from",
        Read
    );

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<AccessKey> All() => _keys.Ask("ORDER BY id");

    public AccessKey? Find(long id) => _keys.Ask("WHERE id = $id", ("$id", id)).SingleOrDefault();

    public AccessKey? FindByKey(string key) => _keys.Ask("WHERE key = $key", ("$key", key)).SingleOrDefault();

    /// <param name="key">Its id is of no account.</param>
    /// <param name="most">How many there may be.</param>
    /// <returns>Its id; null when there are too many, asked and added in one statement.</returns>
    public long? Add(AccessKey key, int most)
    {
        return database.Use(add =>
        {
            add.CommandText = """
                INSERT INTO access_key (account_id, name, key, secret_hash, rights, created_at, expires_at)
                SELECT $account, $name, $key, $hash, $rights, $now, $expires WHERE (SELECT COUNT(*) FROM access_key) < $most
                RETURNING id
                """;
            add.Parameters.AddWithValue("$account", key.AccountId);
            add.Parameters.AddWithValue("$name", key.Name);
            add.Parameters.AddWithValue("$key", key.Key);
            add.Parameters.AddWithValue("$hash", key.SecretHash);
            add.Parameters.AddWithValue(
                "$rights",
                JsonSerializer.Serialize(GrantWords.Of(key.Grants), KeysJson.Default.DictionaryStringStringArray)
            );
            add.Parameters.AddWithValue("$now", MomentText.Of(key.CreatedAt));
            add.Parameters.AddWithValue("$expires", key.ExpiresAt is { } end ? MomentText.Of(end) : DBNull.Value);
            add.Parameters.AddWithValue("$most", most);
            return add.ExecuteScalar() as long?;
        });
    }

    public void Note(long id, LastUse use) => _keys.Note(id, use);

    public void Remove(long id) => _keys.Remove(id);

    private static AccessKey Read(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetFieldValue<byte[]>(4), Rights(row.GetString(5)))
        {
            CreatedAt = MomentText.Parse(row.GetString(6)),
            ExpiresAt = row.IsDBNull(7) ? null : MomentText.Parse(row.GetString(7)),
            LastUse = LastUseStore.Read(row, 8),
        };

    // A word of a later version is no right of this one: nothing is better than a guess.
    private static Grants Rights(string json) =>
        GrantWords.TryRead(JsonSerializer.Deserialize(json, KeysJson.Default.DictionaryStringStringArray)!, out var grants)
            ? grants
            : Grants.None;
}
