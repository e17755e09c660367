using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class BareAddressTests
{
    [Theory]
    [InlineData("a@b")]
    [InlineData("first.last+tag@mail.example.org")]
    [InlineData("o'neil_%x@xn--bcher-kva.example")]
    [InlineData("\"two words\"@example.org")]
    [InlineData("\"a\\\"b@c\"@example.org")]
    [InlineData("camera@[192.0.2.1]")]
    [InlineData("camera@[IPv6:2001:db8::1]")]
    public void What_an_envelope_may_hold_is_taken(string address) => Assert.Equal(address, BareAddress.Check(address));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("@b")]
    [InlineData("a")]
    [InlineData("a b@c")]
    [InlineData("a@b@c")]
    [InlineData("a@b c")]
    [InlineData(".a@b")]
    [InlineData("a..b@c")]
    [InlineData("a@b..c")]
    [InlineData("a@b.")]
    [InlineData("<a@b>")]
    [InlineData("a@b> SIZE=1")]
    [InlineData("Name <a@b>")]
    [InlineData("größe@example.org")]
    [InlineData("a@größe.example")]
    [InlineData("\"a\"b\"@c")]
    [InlineData("\"a\\\"@c")]
    [InlineData("\"a\tb\"@c")]
    [InlineData("\"a\r\nRCPT TO:<x@y>\"@c")]
    [InlineData("\"a\\\rb\"@c")]
    [InlineData("a@b\r\nDATA")]
    [InlineData("a@[1.2.3]x")]
    [InlineData("a@[example]")]
    [InlineData("a@[fe80::1%eth0]")]
    [InlineData("a@[IPv6:fe80::1%0]")]
    public void Everything_else_is_refused(string address) =>
        Assert.Equal("wrong-address", Assert.Throws<MailRefusedException>(() => BareAddress.Check(address)).Code);

    [Fact]
    public void What_is_longer_than_a_path_is_refused()
    {
        Assert.False(BareAddress.IsOne(new string('a', 65) + "@b"));
        Assert.False(BareAddress.IsOne("a@" + string.Join('.', Enumerable.Repeat("abcdefg", 40))));
    }

    [Fact]
    public void Nothing_that_is_taken_can_end_the_command_it_stands_in()
    {
        var pieces = Gen.Elements("a", ".", "@", "\"", "\\", "\r", "\n", "\0", " ", ">", "<", "[", "]", "1.2.3.4", "IPv6:", "::1", "é");
        Prop.ForAll(
                pieces.ArrayOf().Select(given => string.Concat(given)).ToArbitrary(),
                address => !BareAddress.IsOne(address) || address.All(letter => letter is >= ' ' and <= '~')
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
