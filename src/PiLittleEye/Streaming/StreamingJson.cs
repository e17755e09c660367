using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Streaming;

/// <summary>Serialisers of this room, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ViewerItem>))]
internal sealed partial class StreamingJson : JsonSerializerContext;
