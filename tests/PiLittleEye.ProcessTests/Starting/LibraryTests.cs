using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Starting;

public sealed class LibraryTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("camera-test")]
    public async Task A_missing_jpeg_library_is_told_with_its_package(string verb)
    {
        using var launch = new Launch { Through = await Broken.WithoutAsync("libturbojpeg.so.0") };
        (await launch.RunAsync(verb)).AssertOneMessage(
            Outcome.NeedsPerson,
            "The JPEG library is missing: libturbojpeg.so.0 was not found. Install it with: apt-get install libturbojpeg0"
        );
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("setup-code")]
    public async Task A_missing_sqlite_is_told_with_its_package(string verb)
    {
        using var launch = new Launch { Through = await Broken.WithoutAsync("libsqlite3.so.0") };
        (await launch.RunAsync(verb)).AssertOneMessage(
            Outcome.NeedsPerson,
            "SQLite is missing: libsqlite3.so.0 was not found. Install it with: apt-get install libsqlite3-0"
        );
    }
}
