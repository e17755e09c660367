using System.Globalization;
using System.Text;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Architecture;

/// <summary>The file <c>access.txt</c>: what every operation of the API answers to everybody who may ask. It is the one place to look it up.</summary>
internal sealed class AccessTable
{
    private static readonly AccessCaller[] s_columns = Enum.GetValues<AccessCaller>();

    private readonly SortedDictionary<string, string[]> _rows = new(StringComparer.Ordinal);

    public static string File => Path.Combine(House.Checkout, "tests", "PiLittleEye.Tests", "Architecture", "access.txt");

    public IEnumerable<string> Operations => _rows.Keys;

    public static AccessTable Read()
    {
        var table = new AccessTable();
        var lines = System.IO.File.ReadAllLines(File).Where(line => line.Length > 0 && !line.StartsWith('#'));
        foreach (var words in lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            table._rows[Key(words[1], words[0])] = words[2..];
        }

        return table;
    }

    public string Expected(string method, string path, AccessCaller caller) =>
        _rows.TryGetValue(Key(path, method), out var cells) && cells.Length > (int)caller ? cells[(int)caller] : "none";

    public void Note(string method, string path, AccessCaller caller, int status)
    {
        var key = Key(path, method);
        if (!_rows.TryGetValue(key, out var cells))
        {
            _rows[key] = cells = [.. s_columns.Select(_ => "-")];
        }

        cells[(int)caller] = status.ToString(CultureInfo.InvariantCulture);
    }

    public void Write()
    {
        var text = new StringBuilder()
            .AppendLine(
                "# What every operation answers to everybody who may ask: the status of an empty request ({} as body) about the camera \"camera\","
            )
            .AppendLine(
                "# or about an id that nothing has (999999). 400, 404, 409 and 415 are said to whoever may do it, of what was sent."
            )
            .AppendLine($"# Compared by AccessTableTests; written anew with {ApiDocument.WriteVariable}=1, and then read by somebody.");
        text.AppendLine(Line("", "", s_columns.Select(column => column.ToString())));
        foreach (var (key, cells) in _rows)
        {
            var words = key.Split(' ');
            text.AppendLine(Line(words[1], words[0], cells));
        }

        System.IO.File.WriteAllText(File, text.ToString());
    }

    private static string Key(string path, string method) => $"{path} {method}";

    private static string Line(string method, string path, IEnumerable<string> cells) =>
        $"{method, -7}{path + " ", -46}{string.Concat(cells.Zip(s_columns, (cell, column) => cell.PadRight(column.ToString().Length + 2)))}".TrimEnd();
}
