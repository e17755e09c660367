using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Trial;

/// <summary>Serialisers of the test, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TrialResponse))]
internal sealed partial class TrialJson : JsonSerializerContext;
