using System.Text.Json.Serialization;

namespace PiLittleEye.AccessLists;

/// <summary>A trial under way.</summary>
/// <param name="Until">When it reverts.</param>
/// <param name="Token">Only in the answer to whoever began it.</param>
internal sealed record PendingResponse(
    DateTimeOffset Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token
);
