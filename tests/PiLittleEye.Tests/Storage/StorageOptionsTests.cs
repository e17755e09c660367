using PiLittleEye.Settings;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

[Collection(SharedEnvironment.Name)]
public sealed class StorageOptionsTests
{
    [Fact]
    public void The_directory_that_systemd_made_is_used()
    {
        using var made = new EnvironmentVariable("STATE_DIRECTORY", "/var/lib/from-systemd");
        Assert.Equal("/var/lib/from-systemd", Read().Directory);
    }

    [Fact]
    public void Of_several_that_systemd_made_the_first()
    {
        using var made = new EnvironmentVariable("STATE_DIRECTORY", "/var/lib/first:/var/lib/second");
        Assert.Equal("/var/lib/first", Read().Directory);
    }

    [Fact]
    public void Without_systemd_it_is_where_such_things_belong()
    {
        using var none = new EnvironmentVariable("STATE_DIRECTORY", value: null);
        using var home = new EnvironmentVariable("XDG_STATE_HOME", "/home/some/state");
        Assert.Equal(Environment.IsPrivilegedProcess ? "/var/lib/pi-little-eye" : "/home/some/state/pi-little-eye", Read().Directory);
    }

    [Fact]
    public void What_the_installer_names_counts()
    {
        using var made = new EnvironmentVariable("STATE_DIRECTORY", "/var/lib/from-systemd");

        var options = Read("--Storage:Directory", "/srv/eye");

        Assert.Equal("/srv/eye", options.Directory);
        Assert.Equal("/srv/eye/certificate.pem", options.PathOf("certificate.pem"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("state")]
    [InlineData("../state")]
    [InlineData("~/state")]
    public void A_path_that_depends_on_where_one_stands_is_refused(string directory)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read($"--Storage:Directory={directory}"));
        Assert.Equal($"Storage:Directory is \"{directory}\"; use a path that starts with /.", wrong.Message);
    }

    private static StorageOptions Read(params string[] arguments)
    {
        var settings = new InstallerSettings(arguments);
        var options = settings.Section(StorageOptions.Section, StorageOptions.Read);
        settings.ThrowIfWrong();
        return options;
    }
}
