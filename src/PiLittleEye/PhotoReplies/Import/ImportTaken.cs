namespace PiLittleEye.PhotoReplies.Import;

/// <param name="What">Key in the file.</param>
/// <param name="As">What it became here.</param>
internal sealed record ImportTaken(string What, string As);
