using PiLittleEye.Audit;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly AuditRig _rig = new();

    public void Dispose() => _rig.Dispose();

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
        await using (var log = _rig.Log())
        {
            log.Write(entry);
        }

        var row = Assert.Single(_rig.Rows);
        Assert.Equal((1, SteppingClock.Start, entry), (row.Id, row.At, row.Entry));
    }

    [Fact]
    public async Task What_was_saved_can_be_read_by_another_process_at_once()
    {
        await using var log = _rig.Log();
        await log.SaveAsync(AuditRig.Some("one"));
        Assert.Single(_rig.Rows);
    }

    [Fact]
    public async Task Each_row_is_linked_to_the_one_before_also_when_two_processes_write()
    {
        await using (var service = _rig.Log())
        await using (var commandLine = _rig.Log())
        {
            for (var round = 0; round < 50; round++)
            {
                service.Write(AuditRig.Some($"service {round}"));
                commandLine.Write(AuditRig.Some($"command line {round}"));
            }
        }

        var rows = _rig.Rows;
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
        await using (var log = _rig.Log())
        {
            using (var holding = _rig.State.Database.Open())
            using (var lockIt = holding.CreateCommand())
            {
                lockIt.CommandText = "BEGIN IMMEDIATE";
                lockIt.ExecuteNonQuery();
                for (var count = 0; count < 5000; count++)
                {
                    log.Write(AuditRig.Some("flood"));
                }

                // Not awaited: the card must not hang for as long as a busy machine takes to go on here. More than once, because the
                // writer may have begun just now and made room, which it does once while the card hangs.
                do
                {
                    refused = log.SaveAsync(AuditRig.Some("too much"));
                } while (!refused.IsCompleted);

                lockIt.CommandText = "ROLLBACK";
                lockIt.ExecuteNonQuery();
            }
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => refused);
        var rows = _rig.Rows;
        Assert.InRange(rows.Count, 1000, 2002);
        Assert.Contains(rows, row => row.Entry is { Kind: "entries-lost", IsAlert: true });
    }

    [Fact]
    public async Task What_the_card_does_not_take_is_said_in_the_journal_and_missed_in_the_log()
    {
        await using (var log = _rig.Log())
        {
            _rig.State.Execute("ALTER TABLE audit RENAME TO away");
            await Assert.ThrowsAsync<StorageUnavailableException>(() => log.SaveAsync(AuditRig.Some("Ada changed a password.")));
            _rig.State.Execute("ALTER TABLE away RENAME TO audit");
            await log.SaveAsync(AuditRig.Some("after"));
        }

        Assert.Contains(_rig.Journal.Messages, message => message.Contains("Ada changed a password.", StringComparison.Ordinal));
        Assert.Equal(["after", "1 entries could not be written here. The journal may have them."], _rig.Rows.Select(row => row.Entry.Text));
    }
}
