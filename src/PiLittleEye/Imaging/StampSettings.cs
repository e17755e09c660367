using PiLittleEye.Lettering;

namespace PiLittleEye.Imaging;

/// <summary>What is written into the picture, and where.</summary>
/// <param name="Format">A .NET date and time format, in invariant words.</param>
/// <param name="Zone">The clock that the owner reads.</param>
/// <param name="Label">The camera's name in front, or null.</param>
internal sealed record StampSettings(bool Enabled, StampCorner Corner, StampSize Size, string Format, TimeZoneInfo Zone, string? Label);
