using System.Text.RegularExpressions;

namespace PiLittleEye.Tests.Architecture;

public sealed partial class RoomTests
{
    [Fact]
    public void Every_folder_of_the_application_is_a_room_of_the_table()
    {
        var folders = Directory
            .EnumerateDirectories(House.Source)
            .Select(Path.GetFileName)
            .Where(name => name is not "wwwroot" and not "Properties");
        Assert.Equal(House.Rooms.Select(row => row.Room).Where(room => room != "Native").Order(), folders.Order());
    }

    [Fact]
    public void The_table_points_one_way()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (room, mayUse) in House.Rooms)
        {
            Assert.All(mayUse, used => Assert.Contains(used, known));
            known.Add(room);
        }
    }

    [Fact]
    public void A_room_uses_only_the_rooms_its_line_lists()
    {
        var allowed = House.Rooms.ToDictionary(row => row.Room, row => row.MayUse, StringComparer.Ordinal);
        using var map = House.Map();
        var trespasses =
            from use in map.Uses()
            let room = CodeMap.RoomOf(use.From)
            let other = CodeMap.RoomOf(use.To)
            where room is not null && other is not null && room != other && !allowed[room].Contains(other)
            select $"{room} must not use {other}: {use.From.Name} uses {use.To.Name}";
        Assert.Equal(string.Empty, string.Join('\n', trespasses.Distinct().Order()));
    }

    [Fact]
    public void No_line_allows_what_its_room_does_not_need()
    {
        using var map = House.Map();
        var used = map.Uses().Select(use => (Room: CodeMap.RoomOf(use.From), Other: CodeMap.RoomOf(use.To))).ToHashSet();
        var idle = House.Rooms.SelectMany(row =>
            row.MayUse.Where(other => !used.Contains((row.Room, other))).Select(other => $"{row.Room} -> {other}")
        );
        Assert.Empty(idle);
    }

    [Fact]
    public void Native_calls_live_only_in_the_native_project()
    {
        using var map = House.Map();
        Assert.DoesNotContain(map.Types.SelectMany(type => type.Methods), method => method.IsPInvokeImpl);
    }

    [Fact]
    public void The_map_of_the_house_says_what_the_table_says()
    {
        var rows = MapRow()
            .Matches(File.ReadAllText(Path.Combine(House.Checkout, "src", "README.md")))
            .Select(match => $"{match.Groups["room"].Value}: {match.Groups["uses"].Value.Trim()}");
        var expected = House.Rooms.Select(row => $"{row.Room}: {(row.MayUse.Length == 0 ? "–" : string.Join(", ", row.MayUse))}");
        Assert.Equal(expected, rows);
    }

    [GeneratedRegex(@"^\| \*\*(?<room>\w+)\*\* \|[^|]*\| (?<uses>[^|]*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MapRow();
}
