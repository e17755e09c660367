namespace PiLittleEye.PhotoReplies;

/// <summary>Body of <c>POST /api/v1/photo-replies/senders</c>.</summary>
/// <param name="Address">A bare one.</param>
/// <param name="Account">Id of the account whose rights on cameras it has; without one it may have photos of all.</param>
/// <param name="SharesWith">Id of another sender of the same person, with the same secret.</param>
internal sealed record SenderWish(string? Address, long? Account, long? SharesWith);
