using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.AccessLists;

/// <summary>Serialisers of this room, made while compiling: reflection costs a tenth of a second at the first request.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(AddressRangeConverter)])]
[JsonSerializable(typeof(AccessListsSettings))]
[JsonSerializable(typeof(AccessListsChange))]
[JsonSerializable(typeof(AccessListsCheck))]
[JsonSerializable(typeof(AccessListsResponse))]
[JsonSerializable(typeof(ConfirmationRequest))]
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class AccessListsJson : JsonSerializerContext;
