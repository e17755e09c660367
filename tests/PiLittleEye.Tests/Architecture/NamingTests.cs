using Mono.Cecil;

namespace PiLittleEye.Tests.Architecture;

public sealed class NamingTests
{
    private static readonly string[] s_emptyWords =
    [
        "Manager",
        "Helper",
        "Util",
        "Utils",
        "Common",
        "Base",
        "Info",
        "Data",
        "Impl",
        "Service",
    ];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing()
    {
        using var map = House.Map();
        var empty = map.Types.Where(type => s_emptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
        Assert.Empty(empty.Select(type => type.FullName));
    }

    [Fact]
    public void Every_class_is_sealed_or_static_and_internal()
    {
        using var map = House.Map();
        var open = map.Types.Where(type => type.IsClass && !IsGenerated(type) && (type.IsPublic || (!type.IsSealed && !type.IsAbstract)));
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Fact]
    public void Only_stores_and_the_storage_room_speak_sql()
    {
        using var map = House.Map();
        var speakers = map.Uses()
            .Where(use => use.To.Namespace.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal))
            .Select(use => use.From)
            // Of a generic one the number of its parameters stands behind the name.
            .Where(type => CodeMap.RoomOf(type) != "Storage" && !type.Name.Split('`')[0].EndsWith("Store", StringComparison.Ordinal));
        Assert.Empty(speakers.Select(type => type.FullName).Distinct());
    }

    [Fact]
    public void Every_room_with_a_worker_or_routes_registers_itself_in_a_feature()
    {
        using var map = House.Map();
        var needing = map.Types.Where(type =>
            type.Name.EndsWith("Worker", StringComparison.Ordinal) || type.Name.EndsWith("Endpoints", StringComparison.Ordinal)
        );
        var features = map.Types.Where(type => type.Name.EndsWith("Feature", StringComparison.Ordinal)).Select(CodeMap.RoomOf).ToHashSet();
        Assert.Empty(needing.Select(CodeMap.RoomOf).Except(features));
    }

    [Fact]
    public void A_setting_has_one_home_the_file_or_the_database()
    {
        using var map = House.Map();
        var rooms = map.Types.GroupBy(CodeMap.RoomOf, StringComparer.Ordinal);
        foreach (var room in rooms)
        {
            var fromFile = Properties(room, "Options");
            var fromDatabase = Properties(room, "Settings").ToHashSet(StringComparer.Ordinal);
            Assert.Empty(fromFile.Where(fromDatabase.Contains));
        }
    }

    [Fact]
    public void No_file_of_code_is_longer_than_a_reader_bears()
    {
        var long400 = Directory
            .EnumerateFiles(House.Checkout, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/artifacts/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > 400);
        Assert.Empty(long400);
    }

    private static IEnumerable<string> Properties(IEnumerable<TypeDefinition> room, string suffix) =>
        room.Where(type => type.Name.EndsWith(suffix, StringComparison.Ordinal))
            .SelectMany(type => type.Properties)
            .Where(property => property.SetMethod is not null && property.GetMethod is { IsStatic: false, IsPublic: true })
            .Select(property => property.Name);

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.StartsWith('<')
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute");
}
