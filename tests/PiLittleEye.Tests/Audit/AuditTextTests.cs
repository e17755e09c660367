using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditTextTests
{
    [Fact]
    public async Task Whatever_is_written_stands_in_the_database_as_it_was_hashed()
    {
        using var rig = new AuditRig();
        var strange = SomeEntries.Gen.Sample(200, 40).ToList();
        await rig.WriteAsync(strange);
        Assert.Equal(strange.Select(AuditText.Clean), rig.Rows.Select(row => row.Entry));
        Assert.True(AuditVerifier.Verify(rig.Store).IsWhole);
    }

    [Fact]
    public void Neither_line_breaks_nor_signs_that_turn_the_reading_direction_come_through() =>
        Assert.Equal("a�b�c�d", AuditText.Clean(new AuditEntry("test-done", "a\nb\u202ec\u2028d")).Text);

    [Fact]
    public void What_is_too_long_ends_in_a_sign_that_says_so_and_never_in_half_a_letter()
    {
        var clean = AuditText.Clean(new AuditEntry("test-done", new string('x', 999) + "📷📷") { Who = new string('x', 200) });
        Assert.Equal((1000, 100), (clean.Text.Length, clean.Who!.Length));
        Assert.EndsWith("x…", clean.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Prop.ForAll(SomeEntries.Gen.ToArbitrary(), entry => AuditText.Clean(AuditText.Clean(entry)) == AuditText.Clean(entry))
            .Check(Config.QuickThrowOnFailure);
}
