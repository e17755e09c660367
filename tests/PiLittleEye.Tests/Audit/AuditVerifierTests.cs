using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditVerifierTests : IDisposable
{
    private readonly AuditRig _rig = new() { Options = new AuditOptions { MostEntries = 100 } };

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_log_without_a_row_is_whole() => Assert.Equal(new AuditVerdict(0, WrongId: null, Problem: null), Verdict);

    [Theory]
    [InlineData("UPDATE audit SET text = 'Nothing.' WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET who = 'Eve' WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET who = NULL WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET subject = '' WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET at = 'never' WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET is_alert = 1 WHERE id = 5", 5)]
    [InlineData("UPDATE audit SET hash = zeroblob(32) WHERE id = 5", 5)]
    [InlineData("DELETE FROM audit WHERE id = 5", 5)]
    [InlineData("DELETE FROM audit WHERE id = 1", 1)]
    [InlineData("DELETE FROM audit WHERE id = 10", 10)]
    [InlineData("DELETE FROM audit WHERE id = 5; UPDATE audit SET id = id - 1 WHERE id > 5; UPDATE audit_chain SET last_id = 9", 5)]
    [InlineData("DELETE FROM audit", 1)]
    [InlineData(
        "UPDATE audit_chain SET removed_id = 4, removed_hash = (SELECT hash FROM audit WHERE id = 4); DELETE FROM audit WHERE id < 5",
        4
    )]
    [InlineData("UPDATE audit SET who = 'Ada', subject = NULL WHERE id = 5", 5)]
    public async Task What_somebody_changed_shows_with_the_first_wrong_row(string tampering, long wrong)
    {
        await _rig.WriteAsync(
            Enumerable.Range(1, 10).Select(number => AuditRig.Some($"Number {number}.") with { Who = "Ada", Subject = "x" })
        );
        Assert.True(Verdict.IsWhole);
        _rig.State.Execute(tampering);
        Assert.Equal(wrong, Verdict.WrongId);
    }

    [Fact]
    public async Task What_was_removed_because_of_its_age_is_not_missed()
    {
        await _rig.WriteAsync(AuditRig.Some("Old."));
        _rig.Clock.Advance(TimeSpan.FromDays(60));
        await _rig.WriteAsync(AuditRig.Some("Middle."));
        _rig.Clock.Advance(TimeSpan.FromDays(60));
        await _rig.WriteAsync(AuditRig.Some("New."));
        Assert.Equal(
            ["Middle.", "New.", "1 of the oldest entries were removed because of their age."],
            _rig.Rows.Select(row => row.Entry.Text)
        );
        Assert.True(Verdict.IsWhole);
    }

    [Fact]
    public async Task A_log_stays_within_its_bound_however_much_happens_and_is_whole_all_the_same()
    {
        for (var day = 0; day < 30; day++)
        {
            await _rig.WriteAsync(Enumerable.Range(0, 25).Select(number => AuditRig.Some($"Day {day}, {number}.")));
            Assert.InRange(_rig.Rows.Count, 25, 100 + 26);
            Assert.True(Verdict.IsWhole);
        }
    }

    [Fact]
    public async Task What_was_cleared_leaves_who_did_it_and_is_not_missed()
    {
        await _rig.WriteAsync(AuditRig.Some("One."), AuditRig.Some("Two."));
        await using var log = _rig.Log();
        await log.ClearAsync(new AuditEntry(AuditStore.ClearedKind, "The log was cleared.") { Who = "Ada" });
        var row = Assert.Single(_rig.Rows);
        Assert.Equal((3, "Ada", "The log was cleared. 2 entries are gone."), (row.Id, row.Entry.Who, row.Entry.Text));
        Assert.True(Verdict.IsWhole);
        _rig.State.Execute("DELETE FROM audit WHERE id = 3; UPDATE audit_chain SET last_id = removed_id, last_hash = removed_hash");
        Assert.False(Verdict.IsWhole);
    }

    private AuditVerdict Verdict => AuditVerifier.Verify(_rig.Store);
}
