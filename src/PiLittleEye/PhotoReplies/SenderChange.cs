namespace PiLittleEye.PhotoReplies;

/// <summary>Body of <c>PUT /api/v1/photo-replies/senders/{id}</c>.</summary>
/// <param name="Account">Id of the account whose rights on cameras it has; null: all cameras.</param>
internal sealed record SenderChange(long? Account);
