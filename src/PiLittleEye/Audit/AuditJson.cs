using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Audit;

/// <summary>Serialisers of this room, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(AlertsResponse))]
[JsonSerializable(typeof(AuditVerdict))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class AuditJson : JsonSerializerContext;
