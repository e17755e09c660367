namespace PiLittleEye.Mail.Trial;

/// <summary>One step of the test of a mail account.</summary>
/// <param name="Id">Stable; see <see cref="TrialSteps"/>.</param>
/// <param name="Title">For people.</param>
/// <param name="Detail">What was found, or what is wrong; null before it began.</param>
/// <param name="Remedy">What to do about it; null while nothing is wrong.</param>
/// <param name="Milliseconds">How long it took; null before it ended.</param>
internal sealed record TrialStep(string Id, string Title, TrialStepState State, string? Detail, string? Remedy, long? Milliseconds);
