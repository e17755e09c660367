namespace PiLittleEye.AccessLists;

/// <summary>Whether an address may come, and which entry decided that.</summary>
/// <param name="IsAdmitted">It may.</param>
/// <param name="List">Where the entry stands.</param>
/// <param name="Entry">Null when none matched.</param>
internal readonly record struct AccessVerdict(bool IsAdmitted, AccessListKind List = AccessListKind.Allow, AddressRange? Entry = null);
