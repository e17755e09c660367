namespace PiLittleEye.Audit;

/// <summary>Where the chain of hashes begins and ends.</summary>
/// <param name="RemovedId">The newest row that was removed because of its age or by clearing; zero when none was.</param>
/// <param name="RemovedHash">Its hash, which the first row left is linked to.</param>
/// <param name="LastId">The newest row.</param>
/// <param name="LastHash">Its hash.</param>
internal sealed record ChainMarks(long RemovedId, byte[] RemovedHash, long LastId, byte[] LastHash);
