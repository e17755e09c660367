using System.Globalization;
using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Queue;

/// <summary>SQL of the tables <c>mail_queue…</c> and <c>mail_sent</c>.</summary>
internal sealed partial class MailQueueStore(Database database)
{
    // Thirty replies an hour are the most that are ever written, and after a few hours without a server nobody writes more.
    private const int MostMails = 100;

    // Some thirty photos of 1080p: what a small card and a small machine can spare.
    private const long MostOctets = 32 * 1024 * 1024;

    /// <summary>Stores it in a transaction of its own.</summary>
    /// <returns>How many alerts had to go for it.</returns>
    /// <exception cref="MailUnavailableException">There are too many.</exception>
    /// <exception cref="StorageUnavailableException">It is not stored.</exception>
    public int Add(PreparedMail mail, DateTimeOffset now) => database.Change(command => Add(command, mail, now));

    /// <summary>Stores it together with something else.</summary>
    /// <param name="command">Of an open transaction; its text and parameters are replaced.</param>
    /// <returns>How many alerts had to go for it.</returns>
    /// <exception cref="MailUnavailableException">There are too many; nothing may be committed.</exception>
    public static int Add(SqliteCommand command, PreparedMail mail, DateTimeOffset now)
    {
        // Whoever was cut off does not know whether it was stored, or even sent, and stores it again.
        if (IsKnown(command, mail.MessageId))
        {
            return 0;
        }

        var dropped = MakeRoom(command, mail.Message.Length);
        Run(
            command,
            """
            INSERT INTO mail_queue (message_id, recipient, is_alert, octets, stored_at, best_before, next_try_at)
            VALUES ($message_id, $recipient, $is_alert, $octets, $now, $best_before, $now)
            """,
            ("$message_id", mail.MessageId),
            ("$recipient", mail.Recipient),
            ("$is_alert", mail.IsAlert ? 1 : 0),
            ("$octets", mail.Message.Length),
            ("$now", StoredMoment.Text(now)),
            ("$best_before", StoredMoment.TextOrNull(mail.BestBefore))
        );
        Run(command, "INSERT INTO mail_queue_content VALUES (last_insert_rowid(), $message)", ("$message", mail.Message.ToArray()));
        return dropped;
    }

    /// <returns>Those that are still to be sent, oldest first.</returns>
    public IReadOnlyList<WaitingMail> Waiting() =>
        database.Use(ask =>
        {
            ask.CommandText = """
                SELECT id, message_id, recipient, is_alert, stored_at, best_before, tries, next_try_at FROM mail_queue ORDER BY id
                """;
            using var rows = ask.ExecuteReader();
            var waiting = new List<WaitingMail>();
            while (rows.Read())
            {
                waiting.Add(
                    new WaitingMail(
                        rows.GetInt64(0),
                        rows.GetString(1),
                        rows.GetString(2),
                        rows.GetInt64(3) != 0,
                        StoredMoment.Of(rows.GetString(4)),
                        MomentOrNull(rows, 5),
                        rows.GetInt32(6),
                        StoredMoment.Of(rows.GetString(7))
                    )
                );
            }

            return waiting;
        });

    /// <returns>Null when the mail is gone meanwhile.</returns>
    public byte[]? Content(long id) =>
        database.Use(ask =>
        {
            Prepare(ask, "SELECT message FROM mail_queue_content WHERE id = $id", ("$id", id));
            return ask.ExecuteScalar() as byte[];
        });

    /// <summary>When mails went out in the last hour, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> SentSince(DateTimeOffset moment) =>
        database.Use(ask =>
        {
            Prepare(ask, "SELECT sent_at FROM mail_sent WHERE sent_at > $moment ORDER BY sent_at", ("$moment", StoredMoment.Text(moment)));
            using var rows = ask.ExecuteReader();
            var sent = new List<DateTimeOffset>();
            while (rows.Read())
            {
                sent.Add(StoredMoment.Of(rows.GetString(0)));
            }

            return sent;
        });

    public MailQueueState State() =>
        database.Use(ask =>
        {
            ask.CommandText = """
                SELECT (SELECT count(*) FROM mail_queue), (SELECT min(stored_at) FROM mail_queue),
                  gave_up, gave_up_at, last_sent_at, error_at, error_code, error_message
                FROM mail_queue_report
                """;
            using var row = ask.ExecuteReader();
            row.Read();
            return new MailQueueState(
                row.GetInt32(0),
                MomentOrNull(row, 1),
                row.GetInt32(2),
                MomentOrNull(row, 3),
                MomentOrNull(row, 4),
                MomentOrNull(row, 5) is { } at ? new MailFault(at, row.GetString(6), row.GetString(7)) : null
            );
        });

    private static bool IsKnown(SqliteCommand command, string messageId)
    {
        Prepare(
            command,
            """
            SELECT EXISTS (SELECT 1 FROM mail_queue WHERE message_id = $id) OR EXISTS (SELECT 1 FROM mail_sent WHERE message_id = $id)
            """,
            ("$id", messageId)
        );
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) != 0;
    }

    private static int MakeRoom(SqliteCommand command, int octets)
    {
        var dropped = 0;
        while (IsFull(command, octets))
        {
            if (Run(command, "DELETE FROM mail_queue WHERE id = (SELECT min(id) FROM mail_queue WHERE is_alert = 1)") == 0)
            {
                throw new MailUnavailableException(
                    "queue-full",
                    $"{MostMails} mails or {MostOctets / 1024 / 1024} MB are waiting to be sent, and no more are kept. See why the mail server does not take them."
                );
            }

            dropped++;
        }

        return dropped;
    }

    private static bool IsFull(SqliteCommand command, int octets)
    {
        Prepare(command, "SELECT count(*), coalesce(sum(octets), 0) FROM mail_queue");
        using var row = command.ExecuteReader();
        row.Read();
        return row.GetInt64(0) >= MostMails || row.GetInt64(1) + octets > MostOctets;
    }

    private static DateTimeOffset? MomentOrNull(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : StoredMoment.Of(row.GetString(column));

    private static void Prepare(SqliteCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        command.CommandText = sql;
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }

    private static int Run(SqliteCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Prepare(command, sql, parameters);
        return command.ExecuteNonQuery();
    }
}
