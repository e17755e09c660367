namespace PiLittleEye.Accounts;

/// <summary>Answer of <c>PUT /api/v1/session/second-factor</c>, this one time.</summary>
internal sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    [System.Text.Json.Serialization.JsonPropertyName("recoveryCodes")]
    public IReadOnlyList<string> Codes { get; init; } = Codes;
}
