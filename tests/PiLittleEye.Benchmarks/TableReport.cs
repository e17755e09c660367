using System.Globalization;
using PiLittleEye.Benchmarks.Rows;

namespace PiLittleEye.Benchmarks;

/// <summary>For people: a table, with the detail of each row under it.</summary>
internal sealed class TableReport(TextWriter output) : IReport
{
    public void List(IBenchmarkRow row) => output.WriteLine($"{row.Name, -16} {row.Unit, -22} {row.Goal}");

    public void Begin() => output.WriteLine($"{"row", -16} {"value", 9} {"unit", -22} {"holds", -6} goal");

    public void Add(IBenchmarkRow row, Figure figure)
    {
        var value = figure.Value.ToString("0.000", CultureInfo.InvariantCulture);
        output.WriteLine($"{row.Name, -16} {value, 9} {row.Unit, -22} {(figure.Holds ? "yes" : "NO"), -6} {row.Goal}");
        output.WriteLine($"{string.Empty, 16}   {figure.Detail}");
        output.Flush();
    }
}
