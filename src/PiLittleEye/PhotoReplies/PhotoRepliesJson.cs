using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.PhotoReplies;

/// <summary>Serialisers of this room, made while compiling: reflection costs a tenth of a second at the first request.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PhotoReplySettings))]
[JsonSerializable(typeof(PhotoReplyChange))]
[JsonSerializable(typeof(PhotoReplyResponse))]
[JsonSerializable(typeof(IReadOnlyList<Decision>))]
[JsonSerializable(typeof(IReadOnlyList<SenderItem>))]
[JsonSerializable(typeof(SenderWish))]
[JsonSerializable(typeof(SenderChange))]
[JsonSerializable(typeof(SenderCreated))]
[JsonSerializable(typeof(SharedSecret))]
[JsonSerializable(typeof(CodeProof))]
internal sealed partial class PhotoRepliesJson : JsonSerializerContext;
