using System.Globalization;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>Who started whom, as /proc says.</summary>
internal static class Children
{
    public static IReadOnlyList<int> Of(int parent) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(directory => Path.GetFileName(directory))
                .Where(name => name.All(char.IsAsciiDigit))
                .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
                .Where(id => Stat(id) is [_, var parentOf, ..] && parentOf == parent.ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>Runs; one that has ended and was not yet asked how is gone.</summary>
    public static bool IsAlive(int id) => Stat(id) is [not "Z", ..];

    // State and parent are the first words behind the name, which stands in brackets and may contain anything.
    private static string[] Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
