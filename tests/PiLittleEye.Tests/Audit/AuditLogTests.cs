using PiLittleEye.Audit;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<AuditLog> _journal = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task What_is_written_stands_there_with_all_that_was_said()
    {
        var entry = new AuditEntry("signed-in", "Ada signed in.")
        {
            Who = "Ada",
            From = "192.168.1.7",
            Camera = "bench",
            Subject = "phone",
            Succeeded = false,
            IsAlert = true,
        };
        await using (var log = Log())
        {
            log.Write(entry);
        }

        var row = Assert.Single(Rows());
        Assert.Equal((1, SteppingClock.Start, entry), (row.Id, row.At, row.Entry));
    }

    [Fact]
    public async Task What_was_saved_can_be_read_by_another_process_at_once()
    {
        await using var log = Log();
        await log.SaveAsync(Some("one"));
        Assert.Single(Rows());
    }

    [Fact]
    public async Task Each_row_is_linked_to_the_one_before_also_when_two_processes_write()
    {
        await using (var service = Log())
        await using (var commandLine = Log())
        {
            for (var round = 0; round < 50; round++)
            {
                service.Write(Some($"service {round}"));
                commandLine.Write(Some($"command line {round}"));
            }
        }

        var rows = Rows();
        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), rows.Select(row => row.Id));
        var hash = new byte[32];
        foreach (var row in rows)
        {
            hash = AuditHash.Of(hash, row.Id, row.At, row.Entry);
            Assert.Equal(hash, row.Hash);
        }
    }

    [Fact]
    public async Task A_card_that_hangs_neither_delays_who_writes_nor_fills_the_memory()
    {
        Task refused;
        await using (var log = Log())
        {
            using (var holding = _state.Database.Open())
            using (var lockIt = holding.CreateCommand())
            {
                lockIt.CommandText = "BEGIN IMMEDIATE";
                lockIt.ExecuteNonQuery();
                for (var count = 0; count < 5000; count++)
                {
                    log.Write(Some("flood"));
                }

                // Not awaited: the card must not hang for as long as a busy machine takes to go on here.
                refused = log.SaveAsync(Some("too much"));
                lockIt.CommandText = "ROLLBACK";
                lockIt.ExecuteNonQuery();
            }
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => refused);
        var rows = Rows();
        Assert.InRange(rows.Count, 1000, 2002);
        Assert.Contains(rows, row => row.Entry is { Kind: "entries-lost", IsAlert: true });
    }

    [Fact]
    public async Task What_the_card_does_not_take_is_said_in_the_journal_and_missed_in_the_log()
    {
        await using (var log = Log())
        {
            _state.Execute("ALTER TABLE audit RENAME TO away");
            await Assert.ThrowsAsync<StorageUnavailableException>(() => log.SaveAsync(Some("Ada changed a password.")));
            _state.Execute("ALTER TABLE away RENAME TO audit");
            await log.SaveAsync(Some("after"));
        }

        Assert.Contains(_journal.Messages, message => message.Contains("Ada changed a password.", StringComparison.Ordinal));
        Assert.Equal(["after", "1 entries could not be written here. The journal may have them."], Rows().Select(row => row.Entry.Text));
    }

    private static AuditEntry Some(string text) => new("test-done", text);

    private AuditLog Log() => new(new AuditStore(_state.Database), _clock, _journal);

    private IReadOnlyList<AuditRow> Rows() => new AuditStore(_state.Database).After(0, 10_000);
}
