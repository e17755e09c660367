using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Account;

namespace PiLittleEye.Tests.Mail.Account;

public sealed class MailAddressTextTests
{
    [Theory]
    [InlineData("camera@example.org")]
    [InlineData("a.b+c_d-e@mail.example.co.uk")]
    [InlineData("x@localhost")]
    [InlineData("o'neill@xn--bcher-kva.example")]
    public void What_providers_give_is_usable(string address) => Assert.True(MailAddressText.IsUsable(address));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("camera")]
    [InlineData("@example.org")]
    [InlineData("camera@")]
    [InlineData("camera@example.org.")]
    [InlineData("a@b@example.org")]
    [InlineData("Camera <camera@example.org>")]
    [InlineData("<camera@example.org>")]
    [InlineData("camera@example.org\r\nRCPT TO:<x@y.z>")]
    [InlineData("cam era@example.org")]
    [InlineData("\"cam\"@example.org")]
    [InlineData(".camera@example.org")]
    [InlineData("camera.@example.org")]
    [InlineData("cam..era@example.org")]
    [InlineData("bücher@example.org")]
    [InlineData("camera@bücher.example")]
    [InlineData("camera@[127.0.0.1]")]
    [InlineData("camera@exam ple.org")]
    public void What_could_mean_something_else_is_not(string address) => Assert.False(MailAddressText.IsUsable(address));

    [Fact]
    public void Nothing_usable_holds_what_ends_a_command_or_a_header()
    {
        var text = ArbMap.Default.ArbFor<string>();
        Prop.ForAll(
                text,
                found =>
                {
                    foreach (var address in new[] { found ?? "", $"{found}@example.org", $"camera@{found}" })
                    {
                        if (MailAddressText.IsUsable(address))
                        {
                            Assert.DoesNotContain(
                                address,
                                letter => letter is <= ' ' or >= '\u007f' or '<' or '>' or '"' or ',' or ';' or '('
                            );
                            Assert.Equal(1, address.Count(letter => letter == '@'));
                        }
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
    }
}
