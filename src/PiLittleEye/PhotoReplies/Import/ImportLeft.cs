namespace PiLittleEye.PhotoReplies.Import;

/// <param name="What">Key in the file.</param>
/// <param name="Why">Why it was not taken, and what to do instead.</param>
internal sealed record ImportLeft(string What, string Why);
