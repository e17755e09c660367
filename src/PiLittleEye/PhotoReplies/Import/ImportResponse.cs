namespace PiLittleEye.PhotoReplies.Import;

/// <summary>What became of a file of PrintCameraBot.</summary>
internal sealed record ImportResponse(IReadOnlyList<ImportTaken> Taken, IReadOnlyList<ImportLeft> Left);
