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

    [Fact]
    public void A_provider_of_tokens_is_asked_over_https_only_and_a_misspelt_key_of_it_is_a_mistake()
    {
        var heard = Installer.Hears(
            MailOptions.Section,
            MailOptions.Read,
            "--Mail:OAuth:Google:TokenEndpoint=http://localhost/token",
            "--Mail:OAuth:Microsoft:ClientID2=x",
            "--Mail:OAuth:Yahoo:ClientId=x"
        );
        Assert.Collection(
            heard,
            unknownKey => Assert.StartsWith("Mail:OAuth:Microsoft:ClientID2 is \"x\"; remove it", unknownKey, StringComparison.Ordinal),
            plain =>
                Assert.Equal(
                    "Mail:OAuth:Google:TokenEndpoint is \"http://localhost/token\"; use an address that starts with https://.",
                    plain
                ),
            unknownProvider => Assert.StartsWith("Mail:OAuth:Yahoo", unknownProvider, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_said_of_one_provider_leaves_the_rest_as_documented()
    {
        var options = Installer.Says(MailOptions.Section, MailOptions.Read, "--Mail:OAuth:Microsoft:ClientId=the-camera").OAuth;
        Assert.Equal("the-camera", options.Microsoft.ClientId);
        Assert.StartsWith("https://login.microsoftonline.com/", options.Microsoft.TokenEndpoint, StringComparison.Ordinal);
        Assert.Null(options.Google.ClientId);
    }
}
