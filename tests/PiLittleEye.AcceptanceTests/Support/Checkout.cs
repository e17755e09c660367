namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>Where things stand in the checkout the tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>The program that was built beside these tests.</summary>
    public static string Program => Path.Combine(Root, "artifacts", "bin", "PiLittleEye", "debug", "PiLittleEye.dll");

    public static string Screenshots => Path.Combine(Root, "artifacts", "screenshots");

    public static string Page => Path.Combine(Root, "src", "PiLittleEye", "wwwroot");

    public static string NodeModules => Path.Combine(Root, "tests", "PiLittleEye.AcceptanceTests", "node_modules");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PiLittleEye.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
        }

        return folder;
    }
}
