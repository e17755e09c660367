using System.Text.Json;
using System.Text.Json.Nodes;

namespace PiLittleEye.Cameras;

/// <summary>What a change of settings changed, in the words of the API.</summary>
internal static class SettingsDifference
{
    /// <returns>As <c>rotation from 0 to 90, stamp.size from small to large</c>; empty when nothing is different.</returns>
    public static string Of(CameraSettings before, CameraSettings after) => string.Join(", ", Between("", Node(before), Node(after)));

    private static JsonNode? Node(CameraSettings settings) => JsonSerializer.SerializeToNode(settings, CamerasJson.Default.CameraSettings);

    private static IEnumerable<string> Between(string name, JsonNode? before, JsonNode? after) =>
        before is JsonObject was && after is JsonObject
            ? was.SelectMany(member => Between(name.Length == 0 ? member.Key : $"{name}.{member.Key}", member.Value, after[member.Key]))
        : JsonNode.DeepEquals(before, after) ? []
        : [$"{name} from {Word(before)} to {Word(after)}"];

    private static string Word(JsonNode? value) => value?.ToString() ?? "none";
}
