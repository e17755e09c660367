using System.Text.Json;
using System.Text.Json.Serialization;

namespace PiLittleEye.AccessLists;

/// <summary>Written as an object with both; read from that too, or from the range alone as a person types it.</summary>
internal sealed class AddressEntryConverter : JsonConverter<AddressEntry>
{
    public override AddressEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new AddressEntry(reader.GetString()!, Hits: 0);
        }

        using var entry = JsonDocument.ParseValue(ref reader);
        return
            entry.RootElement.ValueKind == JsonValueKind.Object
            && entry.RootElement.TryGetProperty("range", out var range)
            && range.ValueKind == JsonValueKind.String
            ? new AddressEntry(range.GetString()!, Hits: 0)
            : throw new JsonException("An entry is a text, or an object with a range.");
    }

    public override void Write(Utf8JsonWriter writer, AddressEntry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("range", value.Range);
        writer.WriteNumber("hits", value.Hits);
        writer.WriteEndObject();
    }
}
