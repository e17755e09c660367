using PiLittleEye.Mail;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Without_a_word_only_the_systems_authorities_are_trusted() =>
        Assert.Null(Installer.Says(MailOptions.Section, MailOptions.Read).TrustedAuthority);

    [Fact]
    public void An_authority_that_is_not_there_is_a_mistake()
    {
        var heard = Installer.Hears(MailOptions.Section, MailOptions.Read, "--Mail:TrustedAuthority=/nowhere.pem");
        Assert.Equal(["Mail:TrustedAuthority is \"/nowhere.pem\"; name a PEM file that exists."], heard);
    }
}
