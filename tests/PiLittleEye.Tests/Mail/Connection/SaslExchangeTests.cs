using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Tests.Mail.Connection;

public sealed class SaslExchangeTests
{
    private static readonly MailServer s_server = new("imap.example.org", 993, MailEncryption.Tls);

    [Theory]
    [InlineData("LOGIN PLAIN XOAUTH2", false, "PLAIN")]
    [InlineData("login CRAM-MD5", false, "LOGIN")]
    [InlineData("XOAUTH2 OAUTHBEARER", false, null)]
    [InlineData("PLAIN OAUTHBEARER XOAUTH2", true, "XOAUTH2")]
    [InlineData("PLAIN oauthbearer", true, "OAUTHBEARER")]
    [InlineData("PLAIN LOGIN", true, null)]
    [InlineData("", false, null)]
    public void What_both_sides_know_is_taken(string offered, bool isToken, string? mechanism) =>
        Assert.Equal(mechanism, Choose(offered, isToken)?.Mechanism);

    [Fact]
    public void Each_mechanism_says_what_its_document_says()
    {
        Assert.Equal("\0camera@example.org\0sécret", Decode(Choose("PLAIN", isToken: false)!.Initial));

        var login = Choose("LOGIN", isToken: false)!;
        Assert.Null(login.Initial);
        Assert.Equal(["camera@example.org", "sécret"], [Decode(login.Answer()), Decode(login.Answer())]);
        Assert.Null(login.Answer());

        var google = Choose("XOAUTH2", isToken: true)!;
        Assert.Equal("user=camera@example.org\u0001auth=Bearer sécret\u0001\u0001", Decode(google.Initial));
        // To the error a token gets an empty line.
        Assert.Equal("", google.Answer());
        Assert.Null(google.Answer());

        var bearer = Choose("OAUTHBEARER", isToken: true)!;
        Assert.Equal(
            "n,a=camera@example.org,\u0001host=imap.example.org\u0001port=993\u0001auth=Bearer sécret\u0001\u0001",
            Decode(bearer.Initial)
        );
        Assert.Equal("AQ==", bearer.Answer());
    }

    [Fact]
    public void A_comma_in_the_name_does_not_end_it()
    {
        var exchange = SaslExchange.Choose(["OAUTHBEARER"], s_server, new MailLogin("a,b=c", isToken: true, _ => default), "t")!;
        Assert.StartsWith("n,a=a=2Cb=3Dc,\u0001", Decode(exchange.Initial), StringComparison.Ordinal);
    }

    private static SaslExchange? Choose(string offered, bool isToken) =>
        SaslExchange.Choose(offered.Split(' '), s_server, new MailLogin("camera@example.org", isToken, _ => default), "sécret");

    private static string Decode(string? base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64!));
}
