using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Certificates;
using PiLittleEye.Settings;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class CertificateOptionsTests
{
    [Fact]
    public void Without_a_word_one_is_made_here()
    {
        var options = Installer.Says(CertificateOptions.Section, CertificateOptions.Read);
        Assert.Null(options.File);
        Assert.Null(options.KeyFile);
        Assert.Empty(options.Names);
    }

    [Theory]
    [InlineData("--Certificate:File=/a.pem", "Certificate:KeyFile")]
    [InlineData("--Certificate:KeyFile=/a.key", "Certificate:File")]
    public void Half_a_pair_is_a_mistake(string argument, string missing)
    {
        var heard = Installer.Hears(CertificateOptions.Section, CertificateOptions.Read, argument);
        Assert.Equal([$"{missing} is missing; name both Certificate:File and Certificate:KeyFile, or neither."], heard);
    }

    [Theory]
    [InlineData("eye.example.org")]
    [InlineData("EYE")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    [InlineData("drucker-küche.example.org")]
    [InlineData("under_score.example.org")]
    public void Host_names_and_addresses_are_names(string name) => Assert.True(IsAccepted(name));

    [Theory]
    [InlineData("https://eye.example.org")]
    [InlineData("eye.example.org:5220")]
    [InlineData("two words")]
    [InlineData("a..b")]
    [InlineData("line\nbreak")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.org")]
    public void What_cannot_be_reached_is_no_name(string name)
    {
        var heard = Installer.Hears(CertificateOptions.Section, CertificateOptions.Read, $"--Certificate:Names:0={name}");
        Assert.Equal([$"Certificate:Names is \"{name}\"; use host names or addresses without https:// and port."], heard);
    }

    [Fact]
    public void Every_name_that_is_accepted_can_stand_in_a_certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var letters = Gen.Elements("abcxyz019.-_*:/[]%üßñ日.. \t\0é".ToCharArray());
        var names = Gen.OneOf(letters.ArrayOf().Select(array => new string(array)), ArbMap.Default.GeneratorFor<string>());
        var property = Prop.ForAll(
            names.ToArbitrary(),
            name =>
            {
                if (name is not null && IsAccepted(name))
                {
                    using var made = ServerCertificate.Create(key, MachineNames.Of([name]), SteppingClock.Start);
                    return ServerCertificate.StillServes(made, MachineNames.Of([name]), SteppingClock.Start.AddDays(1));
                }

                return true;
            }
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool IsAccepted(string name)
    {
        try
        {
            _ = Installer.Says(CertificateOptions.Section, CertificateOptions.Read, $"--Certificate:Names:0={name}");
            return true;
        }
        catch (SettingsException)
        {
            return false;
        }
    }
}
