using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>SQL of the table <c>photo_decision</c>: the last ones.</summary>
internal sealed class DecisionStore(Database database)
{
    // What fits on a page that a person looks through.
    public const int Kept = 50;

    /// <returns>Its id, for <see cref="Change"/>.</returns>
    public long Add(Decision decision) =>
        database.Change(add =>
        {
            add.CommandText =
                "INSERT INTO photo_decision (at, sender, verdict, reason, text) VALUES ($at, $sender, $verdict, $reason, $text) RETURNING id";
            add.Parameters.AddWithValue("$at", StoredMoment.Text(decision.At));
            add.Parameters.AddWithValue("$sender", decision.Sender);
            add.Parameters.AddWithValue("$verdict", decision.Verdict);
            add.Parameters.AddWithValue("$reason", decision.Reason);
            add.Parameters.AddWithValue("$text", decision.Text);
            add.Parameters.AddWithValue("$kept", Kept);
            var id = (long)add.ExecuteScalar()!;
            add.CommandText = "DELETE FROM photo_decision WHERE id <= (SELECT max(id) FROM photo_decision) - $kept";
            add.ExecuteNonQuery();
            return id;
        });

    public void Change(long id, Verdict verdict) =>
        database.Use(change =>
        {
            change.CommandText = "UPDATE photo_decision SET verdict = $verdict, reason = $reason, text = $text WHERE id = $id";
            change.Parameters.AddWithValue("$id", id);
            change.Parameters.AddWithValue("$verdict", verdict.Word);
            change.Parameters.AddWithValue("$reason", verdict.Reason);
            change.Parameters.AddWithValue("$text", verdict.Text);
            return change.ExecuteNonQuery();
        });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Decision> Last() =>
        database.Use(ask =>
        {
            ask.CommandText = "SELECT at, sender, verdict, reason, text FROM photo_decision ORDER BY id DESC LIMIT $kept";
            ask.Parameters.AddWithValue("$kept", Kept);
            using var row = ask.ExecuteReader();
            var decisions = new List<Decision>();
            while (row.Read())
            {
                decisions.Add(
                    new Decision(StoredMoment.Of(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
                );
            }

            return decisions;
        });
}
