namespace PiLittleEye.AccessLists;

/// <summary>All is well with the trial that has this token.</summary>
internal sealed record ConfirmationRequest(string? Token);
