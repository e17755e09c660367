using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("Alice@Example.COM", "alice@example.com")]
    [InlineData("  alice+camera@example.com ", "alice+camera@example.com")]
    [InlineData("o'neil@example.co.uk", "o'neil@example.co.uk")]
    [InlineData("alice@b\u00FCcher.example", "alice@xn--bcher-kva.example")]
    [InlineData("alice@XN--BCHER-KVA.example", "alice@xn--bcher-kva.example")]
    public void It_is_compared_in_small_letters_and_as_the_dns_has_it(string typed, string address) =>
        Assert.Equal(address, MailAddress.Parse(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alice")]
    [InlineData("@example.com")]
    [InlineData("alice@")]
    [InlineData("alice@localhost")]
    [InlineData("alice@example.com.")]
    [InlineData("alice@exa mple.com")]
    [InlineData("alice@-example.com")]
    [InlineData("alice@example..com")]
    [InlineData("alice@[192.168.1.1]")]
    [InlineData("a@b@example.com")]
    [InlineData("al ice@example.com")]
    [InlineData("alice.@example.com")]
    [InlineData("al..ice@example.com")]
    [InlineData("<alice@example.com>")]
    [InlineData("alice@example.com\r\nRCPT TO:<x@y.z>")]
    [InlineData("alice\r\n@example.com")]
    [InlineData("alic\u00E9@example.com")]
    public void Everything_else_is_none(string? typed) => Assert.Null(MailAddress.Parse(typed));
}
