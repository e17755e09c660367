namespace PiLittleEye.Benchmarks.Workbench;

/// <summary>The folder with the solution in it, in which this program was built.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find();

    public static string Limits => Path.Combine(Folder, "tests", "PiLittleEye.Benchmarks", "limits");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PiLittleEye.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new CannotMeasureException("The benchmarks do not run inside a checkout.");
        }

        return folder;
    }
}
