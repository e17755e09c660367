namespace PiLittleEye.PhotoReplies;

/// <summary>Body of <c>POST /api/v1/photo-replies/senders/{id}/verification</c>.</summary>
/// <param name="Code">What the authenticator shows now.</param>
internal sealed record CodeProof(string? Code);
