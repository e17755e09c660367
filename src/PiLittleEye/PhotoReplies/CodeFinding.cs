namespace PiLittleEye.PhotoReplies;

/// <summary>What was found in a mail's text.</summary>
/// <param name="Code">Six digits, leading zeros included; null unless there is exactly one.</param>
/// <param name="IsOnlyOne">False when there are several different ones.</param>
/// <param name="Beside">What stands around the code.</param>
internal sealed record CodeFinding(string? Code, bool IsOnlyOne, string Beside);
