using System.Text.Json;
using System.Text.Json.Serialization;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras;

/// <summary>Sizes as <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
internal sealed class StampSizeConverter() : JsonStringEnumConverter<StampSize>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
