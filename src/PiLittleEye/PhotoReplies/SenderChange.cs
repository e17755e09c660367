namespace PiLittleEye.PhotoReplies;

/// <summary>Body of <c>PUT /api/v1/photo-replies/senders/{id}</c>.</summary>
/// <param name="Account">Name of the account whose rights on cameras it has; null: all cameras.</param>
internal sealed record SenderChange(string? Account);
