using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace PiLittleEye.Tests.Support;

/// <summary>Bodies as nobody means them: members the API knows with values it does not expect, too deep, cut short, or no JSON at all.</summary>
internal static class SomeJson
{
    /// <param name="names">Members that mean something to the API.</param>
    public static Gen<string> Bodies(IReadOnlyList<string> names)
    {
        var name = Gen.OneOf(Gen.Elements<string>(names), Gen.Elements("", "\u0000", "__proto__", "id"));
        var leaf = Gen.Elements(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "1.5",
            "\"\"",
            "\"camera\"",
            "\"administrator\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-11-21T00:00:00Z\"",
            "\"9999-12-31T23:59:59.9999999+14:00\"",
            "\"::ffff:10.0.0.0/200\"",
            "\"é\"",
            $"\"{new string('x', 5000)}\"",
            "[]",
            "{}"
        );
        var value = Value(name, leaf, 3);
        var whole = Object(name, value);
        var broken = from text in whole from end in Gen.Choose(0, 60) select text[..Math.Min(end, text.Length)];
        return Gen.Frequency(
            (6, whole),
            (1, value),
            (1, broken),
            (1, Gen.Elements("", " ", "nul", "\uFEFF{}", new string('[', 100), "{\"a\":1,}"))
        );
    }

    /// <summary>All names of members in the description of the API.</summary>
    public static IReadOnlyList<string> Names(JsonNode? node) =>
        node switch
        {
            JsonObject members =>
            [
                .. members
                    .SelectMany(member => Names(member.Value).Concat((member.Value as JsonObject)?["type"] is null ? [] : [member.Key]))
                    .Distinct(),
            ],
            JsonArray items => [.. items.SelectMany(Names).Distinct()],
            _ => [],
        };

    private static Gen<string> Value(Gen<string> name, Gen<string> leaf, int depth)
    {
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Value(name, leaf, depth - 1);
        var array = from count in Gen.Choose(0, 3) from items in inner.ArrayOf(count) select $"[{string.Join(',', items)}]";
        return Gen.Frequency((5, leaf), (1, array), (1, Object(name, inner)));
    }

    private static Gen<string> Object(Gen<string> name, Gen<string> value)
    {
        var member = from key in name from content in value select $"{System.Text.Json.JsonSerializer.Serialize(key)}:{content}";
        return from count in Gen.Choose(0, 6) from members in member.ArrayOf(count) select $"{{{string.Join(',', members)}}}";
    }
}
