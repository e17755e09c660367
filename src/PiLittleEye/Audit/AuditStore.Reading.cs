namespace PiLittleEye.Audit;

/// <summary>The side that asks.</summary>
internal sealed partial class AuditStore
{
    /// <summary>From the newest on. Ids only grow and rows never move, so a page neither repeats nor misses what was there before.</summary>
    public IReadOnlyList<AuditRow> Page(LogQuery query, int most) =>
        Select("id < $edge", query.Before ?? long.MaxValue, "id DESC", query, most);

    /// <summary>From the oldest on.</summary>
    /// <param name="after">Id of the row before the first one wanted.</param>
    /// <param name="most">No more than this.</param>
    public IReadOnlyList<AuditRow> After(long after, int most, LogQuery? query = null) =>
        Select("id > $edge", after, "id", query ?? LogQuery.Everything, most);

    public long LastId() =>
        database.Use(ask =>
        {
            Prepare(ask, "SELECT last_id FROM audit_chain");
            return (long)ask.ExecuteScalar()!;
        });

    /// <summary>Whether something of this kind was written since then.</summary>
    public bool Has(string kind, DateTimeOffset since) =>
        database.Use(ask =>
        {
            Prepare(
                ask,
                "SELECT EXISTS (SELECT 1 FROM audit WHERE kind = $kind AND at >= $since)",
                ("$kind", kind),
                ("$since", MomentText.Of(since))
            );
            return ask.ExecuteScalar() is 1L;
        });

    /// <summary>Alerts that this account has not seen: how many, and since when.</summary>
    public (long Count, DateTimeOffset? Since) UnseenAlerts(long accountId) =>
        database.Use<(long, DateTimeOffset?)>(ask =>
        {
            Prepare(
                ask,
                """
                SELECT count(*), min(at) FROM audit
                WHERE is_alert = 1 AND id > coalesce((SELECT seen_id FROM audit_seen WHERE account_id = $account), 0)
                """,
                ("$account", accountId)
            );
            using var row = ask.ExecuteReader();
            row.Read();
            return (row.GetInt64(0), row.IsDBNull(1) ? null : MomentText.Parse(row.GetString(1)));
        });

    public void SeeAlerts(long accountId, long upTo) =>
        database.Use(change =>
        {
            Prepare(
                change,
                """
                INSERT INTO audit_seen (account_id, seen_id) SELECT $account, min($id, last_id) FROM audit_chain
                WHERE true ON CONFLICT (account_id) DO UPDATE SET seen_id = max(seen_id, excluded.seen_id)
                """,
                ("$account", accountId),
                ("$id", upTo)
            );
            return change.ExecuteNonQuery();
        });

    private List<AuditRow> Select(string condition, long edge, string order, LogQuery query, int most) =>
        database.Use(ask =>
        {
            var sql = LogQuerySql.Of(condition, edge, order, query);
            Prepare(ask, sql.Text, sql.Values);
            var found = new List<AuditRow>();
            using var rows = ask.ExecuteReader();
            while (found.Count < most && rows.Read())
            {
                var row = Read(rows);
                if (query.Matches(row.Entry))
                {
                    found.Add(row);
                }
            }

            return found;
        });
}
