using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Audit;

public sealed class AuditTallyTests : IDisposable
{
    private readonly AuditRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task What_comes_a_thousand_times_in_a_minute_is_one_row()
    {
        var texts = await Texts(tally =>
        {
            for (var count = 0; count < 1000; count++)
            {
                tally.Count(Some("203.0.113.7"));
            }

            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        });
        Assert.Equal(["Refused. This happened 1000 times."], texts);
    }

    [Fact]
    public async Task The_first_ones_stand_there_at_once_and_as_they_were()
    {
        await using var log = _rig.Log();
        using var tally = new AuditTally(log, _rig.Clock);
        for (var count = 1; count <= 5; count++)
        {
            tally.Count(Some($"203.0.113.{count}"), AddressClass.Internet, atOnce: 2);
        }

        await log.SaveAsync(new AuditEntry("test-done", "Until here."));
        Assert.Equal(["203.0.113.1", "203.0.113.2", null], _rig.Rows.Select(row => row.Entry.From));
        tally.Flush();
        await log.SaveAsync(new AuditEntry("test-done", "All."));
        Assert.Equal(("Refused. This happened 3 times.", AddressClass.Internet), (_rig.Rows[3].Entry.Text, _rig.Rows[3].Entry.From));
    }

    [Fact]
    public async Task What_came_once_is_told_as_it_was() =>
        Assert.Equal(["Refused."], await Texts(tally => tally.Count(Some("203.0.113.7"))));

    [Fact]
    public async Task Sources_are_counted_apart() =>
        Assert.Equal(
            ["Refused.", "Refused. This happened 2 times."],
            await Texts(tally =>
            {
                tally.Count(Some("a"));
                tally.Count(Some("b"));
                tally.Count(Some("b"));
            })
        );

    [Fact]
    public async Task A_day_of_noise_is_a_few_rows_an_hour_and_misses_none()
    {
        var texts = await Texts(tally =>
        {
            for (var second = 0; second < 24 * 3600; second += 5)
            {
                tally.Count(Some("203.0.113.7"));
                _rig.Clock.Advance(TimeSpan.FromSeconds(5));
            }
        });
        Assert.InRange(texts.Count, 24, 24 * (TallyWindow.MinutesAnHour + 1));
        Assert.Equal(24 * 720, texts.Sum(text => int.Parse(text.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Ten_thousand_sources_neither_fill_the_memory_nor_the_log()
    {
        var texts = await Texts(tally =>
        {
            for (var count = 0; count < 10_000; count++)
            {
                tally.Count(Some($"source {count}"));
            }
        });
        Assert.Equal(501, texts.Count);
        Assert.Contains("Refused. This happened 9500 times.", texts);
    }

    [Fact]
    public async Task Who_has_gone_quiet_is_forgotten_and_nothing_wakes_up_any_more()
    {
        await using var log = _rig.Log();
        using var tally = new AuditTally(log, _rig.Clock);
        tally.Count(Some("203.0.113.7"));
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, _rig.Clock.Timers);
    }

    private static AuditEntry Some(string from) => new("sign-in-refused", "Refused.") { From = from };

    private async Task<IReadOnlyList<string>> Texts(Action<AuditTally> happening)
    {
        await using (var log = _rig.Log())
        {
            using var tally = new AuditTally(log, _rig.Clock);
            happening(tally);
        }

        return [.. _rig.Rows.Select(row => row.Entry.Text)];
    }
}
