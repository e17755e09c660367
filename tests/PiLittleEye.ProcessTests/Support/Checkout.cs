namespace PiLittleEye.ProcessTests.Support;

/// <summary>Where the program under test and what belongs to it lie.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as it was built together with these tests.</summary>
    public static string Program { get; } =
        Path.Combine(Root, "artifacts", "bin", "PiLittleEye", new DirectoryInfo(AppContext.BaseDirectory).Name, "PiLittleEye.dll");

    public static string File(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(directory.FullName, "PiLittleEye.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No PiLittleEye.sln above the tests.");
        }

        return directory.FullName;
    }
}
