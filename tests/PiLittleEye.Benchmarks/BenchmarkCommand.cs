using System.CommandLine;
using PiLittleEye.Benchmarks.Rows;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks;

/// <summary>The command line: which rows, and how they are printed.</summary>
internal static class BenchmarkCommand
{
    private const int Held = 0;
    private const int DidNotHold = 1;
    private const int CannotRun = 2;

    public static Task<int> RunAsync(string[] arguments)
    {
        var list = new Option<bool>("--list") { Description = "Prints the rows and their goals, and measures nothing." };
        var json = new Option<bool>("--json") { Description = "One object a line instead of a table." };
        var only = new Option<string?>("--only") { Description = "Rows to measure, with commas between; without it, all." };
        var root = new RootCommand("Measures Pi Little Eye against its goals. Exits 1 when a row does not hold.") { list, only, json };
        root.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetValue(only), parsed.GetValue(list), parsed.GetValue(json), cancellation)
        );
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> RunAsync(string? only, bool isList, bool isJson, CancellationToken cancellation)
    {
        if (!TryChoose(only, out var rows))
        {
            return CannotRun;
        }

        IReport report = isJson ? new JsonReport(Console.Out) : new TableReport(Console.Out);
        if (isList)
        {
            rows.ForEach(report.List);
            return Held;
        }

        try
        {
            await DebianPackages.NeedAsync(cancellation);
            using var workshop = new Workshop();
            report.Begin();
            var allHold = true;
            foreach (var row in rows)
            {
                var figure = await row.MeasureAsync(workshop, cancellation);
                report.Add(row, figure);
                allHold &= figure.Holds;
            }

            return allHold ? Held : DidNotHold;
        }
        catch (CannotMeasureException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return CannotRun;
        }
    }

    private static bool TryChoose(string? only, out List<IBenchmarkRow> rows)
    {
        var names = only?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names?.Except(RowList.All.Select(row => row.Name), StringComparer.Ordinal).ToList() ?? [];
        rows = [.. RowList.All.Where(row => names is null || names.Contains(row.Name, StringComparer.Ordinal))];
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"There is no row {string.Join(" and no row ", unknown)}; --list shows them.");
        }

        return unknown.Count == 0;
    }
}
