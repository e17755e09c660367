using System.Text.Json.Serialization;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras;

/// <summary>The owner's wishes for the stamp.</summary>
/// <param name="Format">A .NET date and time format.</param>
/// <param name="Zone">An IANA name as <c>Europe/Berlin</c>; null is the zone of the machine.</param>
/// <param name="ShowName">The camera's name in front of the time.</param>
internal sealed record StampChoice(
    bool Enabled,
    [property: JsonConverter(typeof(StampCornerConverter))] StampCorner Corner,
    [property: JsonConverter(typeof(StampSizeConverter))] StampSize Size,
    string Format,
    string? Zone,
    bool ShowName
)
{
    // PLE's: on, bottom right, medium, ISO order.
    public static StampChoice Default { get; } =
        new(Enabled: true, StampCorner.BottomRight, StampSize.Medium, "yyyy-MM-dd HH:mm:ss", Zone: null, ShowName: false);
}
