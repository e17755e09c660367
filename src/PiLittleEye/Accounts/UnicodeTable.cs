using System.Globalization;
using System.Reflection;
using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>What stands in <c>unicode.txt</c>. Loaded when the first sign beyond ASCII is typed: most cameras never need it.</summary>
internal sealed class UnicodeTable
{
    private static readonly Lazy<UnicodeTable> s_loaded = new(Load);

    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<int, int> _classes = [];
    private readonly Dictionary<(int First, int Second), int> _compositions = [];
    private readonly Dictionary<int, int[]> _folds = [];

    private UnicodeTable() { }

    public static UnicodeTable Loaded => s_loaded.Value;

    /// <summary>Of one character, all the way; null when it stays.</summary>
    public int[]? Decompose(int character) => _decompositions.GetValueOrDefault(character);

    /// <summary>Canonical combining class: zero for what stands by itself.</summary>
    public int ClassOf(int character) => _classes.GetValueOrDefault(character);

    public bool TryCompose(int first, int second, out int composed) => _compositions.TryGetValue((first, second), out composed);

    /// <summary>Full case folding; null when it stays. ASCII is not listed.</summary>
    public int[]? Fold(int character) => _folds.GetValueOrDefault(character);

    private static UnicodeTable Load()
    {
        var table = new UnicodeTable();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PiLittleEye.Accounts.unicode.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            table.Add(line);
        }

        return table;
    }

    private void Add(string line)
    {
        var parts = line.Split(' ');
        switch (parts[0])
        {
            case "d":
                _decompositions.Add(Hex(parts[1]), [.. parts[2..].Select(Hex)]);
                break;
            case "c":
                _classes.Add(Hex(parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture));
                break;
            case "p":
                _compositions.Add((Hex(parts[1]), Hex(parts[2])), Hex(parts[3]));
                break;
            case "f":
                _folds.Add(Hex(parts[1]), [.. parts[2..].Select(Hex)]);
                break;
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
