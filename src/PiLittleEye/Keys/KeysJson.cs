using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.Keys;

/// <summary>Serialisers of this room, made while compiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(KeyCreated))]
[JsonSerializable(typeof(KeyItem))]
[JsonSerializable(typeof(IReadOnlyList<KeyItem>))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(TicketCreated))]
[JsonSerializable(typeof(IReadOnlyList<TicketItem>))]
internal sealed partial class KeysJson : JsonSerializerContext;
