namespace PiLittleEye.Tests.Architecture;

public sealed class MirrorTests
{
    [Theory]
    [InlineData("tests/PiLittleEye.Tests", "src/PiLittleEye")]
    [InlineData("tests/PiLittleEye.Native.Tests", "src/PiLittleEye.Native")]
    public void Every_test_file_stands_where_the_file_it_tests_stands(string tests, string source)
    {
        var testRoot = Path.Combine(House.Checkout, tests);
        var sourceRoot = Path.Combine(House.Checkout, source);
        var strays = Directory
            .EnumerateFiles(testRoot, "*Tests.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(testRoot, file))
            .Where(file =>
                !file.StartsWith("Architecture", StringComparison.Ordinal) && !file.StartsWith("Support", StringComparison.Ordinal)
            )
            .Where(file => !File.Exists(Path.Combine(sourceRoot, file.Replace("Tests.cs", ".cs", StringComparison.Ordinal))));
        Assert.Empty(strays);
    }
}
