namespace PiLittleEye.AccessLists;

/// <summary>What would come of a change, before anybody asks for it.</summary>
/// <param name="Problems">One sentence for each wrong entry, by its place.</param>
/// <param name="WouldShutYouOut">It would be the last request from where this one comes.</param>
internal sealed record AccessListsCheck(IReadOnlyDictionary<string, string[]> Problems, bool WouldShutYouOut);
