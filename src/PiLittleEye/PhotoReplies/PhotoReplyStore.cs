using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>SQL of the table <c>photo_reply</c>, and of what a code does to its sender: used up or wrong, in one transaction with all that hangs on it.</summary>
internal sealed class PhotoReplyStore(Database database)
{
    // What PCB-W14 never had: five guesses in a million, and then a day of rest, are 1.1 % in a year of trying.
    public const int MostWrong = 5;
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    // A server that delivers a mail again does so within days.
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(7);

    /// <summary>Uses the code up and notes that the mail is being answered; only who gets null may answer it. Of a hundred at once one does.</summary>
    public Verdict? Spend(PhotoSender sender, long step, byte[] mail, DateTimeOffset now, PhotoReplySettings limits) =>
        database.Change(spend =>
        {
            spend.Parameters.AddWithValue("$id", sender.Id);
            spend.Parameters.AddWithValue("$secret", sender.SecretId);
            spend.Parameters.AddWithValue("$step", step);
            spend.Parameters.AddWithValue("$mail", mail);
            spend.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            spend.Parameters.AddWithValue("$hourAgo", StoredMoment.Text(now - s_hour));
            spend.Parameters.AddWithValue("$forgotten", StoredMoment.Text(now - s_remembered));
            if (
                Ask(
                    spend,
                    "SELECT count(*) FROM photo_sender WHERE id = $id AND secret_id = $secret AND coalesce(locked_until, '') <= $now"
                ) == 0
            )
            {
                return Verdicts.Locked;
            }

            if (Ask(spend, "SELECT count(*) FROM photo_reply WHERE mail = $mail") > 0)
            {
                return Verdicts.SameMail;
            }

            spend.CommandText = "UPDATE photo_secret SET last_step = $step WHERE id = $secret AND last_step < $step AND is_verified = 1";
            if (spend.ExecuteNonQuery() == 0)
            {
                return Verdicts.UsedCode;
            }

            // The code is used up all the same: whoever read it on its way shall have nothing of it.
            if (Ask(spend, "SELECT count(*) FROM photo_reply WHERE sender_id = $id AND at > $hourAgo") >= limits.PerSenderPerHour)
            {
                return Verdicts.SenderLimit;
            }

            if (Ask(spend, "SELECT count(*) FROM photo_reply WHERE at > $hourAgo") >= limits.PerHour)
            {
                return Verdicts.TotalLimit;
            }

            spend.CommandText = """
                DELETE FROM photo_reply WHERE at < $forgotten;
                INSERT INTO photo_reply (mail, sender_id, at) VALUES ($mail, $id, $now);
                UPDATE photo_sender SET used_at = $now, replies = replies + 1 WHERE id = $id;
                """;
            spend.ExecuteNonQuery();
            return null;
        });

    /// <summary>Counts a wrong code.</summary>
    /// <returns>Whether that was one too many, and the sender is locked from now on.</returns>
    public bool Miss(PhotoSender sender, DateTimeOffset now) =>
        database.Change(miss =>
        {
            miss.Parameters.AddWithValue("$id", sender.Id);
            miss.Parameters.AddWithValue("$now", StoredMoment.Text(now));
            miss.Parameters.AddWithValue("$dayAgo", StoredMoment.Text(now - Day));
            miss.Parameters.AddWithValue("$until", StoredMoment.Text(now + Day));
            miss.Parameters.AddWithValue("$most", MostWrong);
            miss.CommandText = """
                UPDATE photo_sender SET
                  wrong_codes = CASE WHEN wrong_since > $dayAgo THEN wrong_codes + 1 ELSE 1 END,
                  wrong_since = CASE WHEN wrong_since > $dayAgo THEN wrong_since ELSE $now END
                WHERE id = $id;
                """;
            miss.ExecuteNonQuery();
            miss.CommandText = """
                UPDATE photo_sender SET locked_until = $until, wrong_codes = 0, wrong_since = NULL
                WHERE id = $id AND wrong_codes >= $most AND coalesce(locked_until, '') <= $now
                """;
            return miss.ExecuteNonQuery() > 0;
        });

    private static long Ask(SqliteCommand command, string sql)
    {
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
