using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.PhotoReplies.Import;

/// <summary>Serialisers of the import, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(ImportResponse))]
internal sealed partial class ImportJson : JsonSerializerContext;
