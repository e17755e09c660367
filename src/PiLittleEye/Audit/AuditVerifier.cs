using System.Globalization;

namespace PiLittleEye.Audit;

/// <summary>Computes all hashes anew and looks whether each row follows the one before.</summary>
internal static class AuditVerifier
{
    public static AuditVerdict Verify(AuditStore store) => store.Walk(Verify);

    private static AuditVerdict Verify(ChainMarks marks, IEnumerable<AuditRow> rows)
    {
        var (id, hash, count) = (marks.RemovedId, marks.RemovedHash, 0L);
        var removedSaid = 0L;
        foreach (var row in rows)
        {
            count++;
            if (row.Id != id + 1)
            {
                return new AuditVerdict(count, id + 1, $"Row {id + 1} is missing; the one that follows is {row.Id}.");
            }

            id = row.Id;
            hash = AuditHash.Of(hash, id, row.At, row.Entry);
            if (!hash.AsSpan().SequenceEqual(row.Hash))
            {
                return new AuditVerdict(count, id, $"Row {id} was changed, or one before it was removed.");
            }

            if (row.Entry.Kind is AuditStore.TrimmedKind or AuditStore.ClearedKind)
            {
                removedSaid = long.TryParse(row.Entry.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : -1;
            }
        }

        // Whoever removes rows from an end can move its mark too, but not make a row that says so.
        return id != marks.LastId || !hash.AsSpan().SequenceEqual(marks.LastHash)
                ? new AuditVerdict(count, id + 1, $"Row {id + 1} is missing; the last one written was {marks.LastId}.")
            : removedSaid != marks.RemovedId
                ? new AuditVerdict(
                    count,
                    marks.RemovedId,
                    $"Rows up to {marks.RemovedId} are missing, and no row says that they were removed."
                )
            : new AuditVerdict(count, WrongId: null, Problem: null);
    }
}
