using System.Text.Json;
using System.Text.Json.Serialization;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras;

/// <summary>Corners as <c>top-left</c>, <c>top-right</c>, <c>bottom-left</c>, <c>bottom-right</c>.</summary>
internal sealed class StampCornerConverter()
    : JsonStringEnumConverter<StampCorner>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
