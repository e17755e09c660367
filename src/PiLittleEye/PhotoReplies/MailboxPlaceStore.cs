using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>SQL of the tables <c>photo_mailbox</c> and <c>photo_judged</c>: how far a mailbox was read.</summary>
internal sealed class MailboxPlaceStore(Database database)
{
    /// <param name="mailbox">Which one.</param>
    /// <param name="uidValidity">Another one than last time: all that was remembered is void.</param>
    /// <returns>The last UID below which everything was judged; 0 for a mailbox that is new.</returns>
    public uint LastUid(byte[] mailbox, uint uidValidity) =>
        database.Change(open =>
        {
            open.Parameters.AddWithValue("$mailbox", mailbox);
            open.Parameters.AddWithValue("$validity", (long)uidValidity);
            open.CommandText = """
                DELETE FROM photo_mailbox WHERE mailbox <> $mailbox OR uid_validity <> $validity;
                INSERT INTO photo_mailbox (mailbox, uid_validity, last_uid) VALUES ($mailbox, $validity, 0) ON CONFLICT (mailbox) DO NOTHING;
                """;
            open.ExecuteNonQuery();
            open.CommandText = "SELECT last_uid FROM photo_mailbox WHERE mailbox = $mailbox";
            return (uint)(long)open.ExecuteScalar()!;
        });

    /// <summary>Judged above the last UID.</summary>
    public IReadOnlySet<uint> Judged(byte[] mailbox) =>
        database.Use(ask =>
        {
            ask.CommandText = "SELECT uid FROM photo_judged WHERE mailbox = $mailbox";
            ask.Parameters.AddWithValue("$mailbox", mailbox);
            using var row = ask.ExecuteReader();
            var uids = new HashSet<uint>();
            while (row.Read())
            {
                uids.Add((uint)row.GetInt64(0));
            }

            return uids;
        });

    /// <returns>False when it was before.</returns>
    public bool TryJudge(byte[] mailbox, uint uid) =>
        database.Use(judge =>
        {
            judge.CommandText = "INSERT INTO photo_judged (mailbox, uid) VALUES ($mailbox, $uid) ON CONFLICT DO NOTHING";
            judge.Parameters.AddWithValue("$mailbox", mailbox);
            judge.Parameters.AddWithValue("$uid", (long)uid);
            return judge.ExecuteNonQuery() > 0;
        });

    /// <summary>Everything up to this UID was judged.</summary>
    public void Advance(byte[] mailbox, uint uid) =>
        database.Change(advance =>
        {
            advance.Parameters.AddWithValue("$mailbox", mailbox);
            advance.Parameters.AddWithValue("$uid", (long)uid);
            advance.CommandText = """
                UPDATE photo_mailbox SET last_uid = $uid WHERE mailbox = $mailbox AND last_uid < $uid;
                DELETE FROM photo_judged WHERE mailbox = $mailbox AND uid <= $uid;
                """;
            return advance.ExecuteNonQuery();
        });
}
