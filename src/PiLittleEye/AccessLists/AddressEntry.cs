using System.Text.Json.Serialization;

namespace PiLittleEye.AccessLists;

/// <summary>One line of a list.</summary>
/// <param name="Range">In its one spelling in answers, in any in requests.</param>
/// <param name="Hits">Requests that it has decided; of no account in requests.</param>
[JsonConverter(typeof(AddressEntryConverter))]
internal sealed record AddressEntry(string Range, long Hits);
