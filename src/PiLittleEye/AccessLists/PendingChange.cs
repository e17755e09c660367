namespace PiLittleEye.AccessLists;

/// <summary>Lists that shut out whoever made them: in force for a minute, and stored only when somebody says from the new state that all is well.</summary>
/// <param name="Settings">In force meanwhile.</param>
/// <param name="Token">Whoever asked for the change knows it.</param>
/// <param name="Until">When it reverts.</param>
internal sealed record PendingChange(AccessListsSettings Settings, string Token, DateTimeOffset Until);
