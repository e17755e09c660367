using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.AccessLists;

/// <summary>Ranges as text, in their one spelling.</summary>
internal sealed class AddressRangeConverter : JsonConverter<AddressRange>
{
    public override AddressRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AddressRangeText.Read(reader.GetString() ?? string.Empty, out var range) is { } problem ? throw new JsonException(problem) : range!;

    public override void Write(Utf8JsonWriter writer, AddressRange value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
