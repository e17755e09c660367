using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Imaging;

public sealed class StampTextTests
{
    private const string Iso = "yyyy-MM-dd HH:mm:ss";

    private static readonly TimeZoneInfo s_berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly DateTimeOffset s_some = new(2026, 11, 21, 14, 3, 59, TimeSpan.Zero);

    [Fact]
    public void It_is_the_moment_in_the_owners_format() => Assert.Equal("2026-11-21 14:03:59", Write(Iso, s_some));

    [Fact]
    public void A_name_stands_in_front_with_two_blanks_between() =>
        Assert.Equal("Bench cam  14:03", Write("HH:mm", s_some, label: "Bench cam"));

    [Fact]
    public void An_empty_name_leaves_no_blanks() => Assert.Equal("14:03", Write("HH:mm", s_some, label: ""));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29 01:59:59 +01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29 03:00:00 +02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 02:59:59 +02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 02:00:00 +01:00")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01 00:30:00 +01:00")]
    public void It_follows_the_zone_through_summer_and_winter(string moment, string expected) =>
        Assert.Equal(expected, Write(Iso + " zzz", DateTimeOffset.Parse(moment, null), s_berlin));

    [Fact]
    public void The_offset_of_the_capture_does_not_count_only_the_moment() =>
        Assert.Equal("2026-11-21 14:03:59", Write(Iso, s_some.ToOffset(TimeSpan.FromHours(5.5))));

    [Fact]
    public void Days_and_months_are_in_english_everywhere() =>
        Assert.Equal("Saturday, 21 November 2026 PM", Write("dddd, d MMMM yyyy tt", s_some));

    [Theory]
    [InlineData(Iso)]
    [InlineData("HH:mm:ss.fff")]
    [InlineData("'at' HH 'o''clock'")]
    [InlineData("O")]
    [InlineData("%d")]
    public void These_formats_can_be_used(string format) => Assert.True(StampText.IsUsableFormat(format));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("%")]
    [InlineData("HH:mm '")]
    [InlineData("HH\\")]
    [InlineData("FFF")]
    [InlineData("''")]
    [InlineData("KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK")]
    [InlineData("yyyy-MM-dd HH:mm:ss yyyy-MM-dd HH:mm:ss yyyy-MM-d")]
    public void And_these_cannot(string format) => Assert.False(StampText.IsUsableFormat(format));

    [Fact]
    public void Whatever_format_can_be_used_fits_behind_the_longest_name_at_every_moment_in_every_zone()
    {
        var pieces = Gen.Elements(
            "yyyy",
            "y",
            "MMMM",
            "M",
            "dddd",
            "d",
            "HH",
            "h",
            "s",
            "fffffff",
            "F",
            "tt",
            "zzz",
            "z",
            "K",
            "g",
            "/",
            " ",
            "'x'",
            "\\"
        );
        var formats = Gen.OneOf(pieces.ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""));
        var zones = Gen.Elements(s_berlin, TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"));
        var cases =
            from format in formats.Where(StampText.IsUsableFormat)
            from ticks in Gen.Choose(0, int.MaxValue)
            from zone in zones
            select (Format: format, Moment: DateTimeOffset.UnixEpoch.AddSeconds(ticks).AddTicks(ticks % 10_000_000), Zone: zone);
        var name = new string('n', 40);
        Prop.ForAll(
                cases.ToArbitrary(),
                one => Assert.InRange(Write(one.Format, one.Moment, one.Zone, name).Length, name.Length + 3, StampText.Room)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void The_first_and_the_last_moment_there_are_can_be_written()
    {
        Assert.Equal("0001-01-01 00:00:00", Write(Iso, DateTimeOffset.MinValue));
        Assert.Equal("9999-12-31 23:59:59", Write(Iso, DateTimeOffset.MaxValue, s_berlin));
    }

    private static string Write(string format, DateTimeOffset moment, TimeZoneInfo? zone = null, string? label = null)
    {
        var settings = new StampSettings(Enabled: true, StampCorner.TopLeft, StampSize.Medium, format, zone ?? TimeZoneInfo.Utc, label);
        var text = new char[StampText.Room];
        return new string(text, 0, StampText.Write(settings, moment, text));
    }
}
