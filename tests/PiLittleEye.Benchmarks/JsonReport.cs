using System.Text.Json;
using PiLittleEye.Benchmarks.Rows;

namespace PiLittleEye.Benchmarks;

/// <summary>For programs: one object a line.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    public void List(IBenchmarkRow row) => Write(row, figure: null);

    public void Begin()
    {
        // Nothing goes before the first object.
    }

    public void Add(IBenchmarkRow row, Figure figure) => Write(row, figure);

    private void Write(IBenchmarkRow row, Figure? figure)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("row", row.Name);
            if (figure is not null)
            {
                json.WriteNumber("value", Math.Round(figure.Value, 4));
            }

            json.WriteString("unit", row.Unit);
            json.WriteString("goal", row.Goal);
            if (figure is not null)
            {
                json.WriteBoolean("holds", figure.Holds);
                json.WriteString("detail", figure.Detail);
            }

            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
        output.Flush();
    }
}
