namespace PiLittleEye.Frames;

/// <summary>Why there is no live picture, for people and for programs.</summary>
/// <param name="Code">Stable and machine-readable, as <c>no-device</c>.</param>
/// <param name="Title">A few words for the card, as <c>No camera</c>.</param>
/// <param name="Explanation">One sentence: what it means.</param>
/// <param name="Remedy">One sentence: what to do.</param>
internal sealed record NoPicture(string Code, string Title, string Explanation, string Remedy);
