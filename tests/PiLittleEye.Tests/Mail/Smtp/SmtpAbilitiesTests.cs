using PiLittleEye.Mail.Smtp;

namespace PiLittleEye.Tests.Mail.Smtp;

public sealed class SmtpAbilitiesTests
{
    [Fact]
    public void What_a_server_says_of_itself_is_understood_in_any_case_and_order()
    {
        var abilities = Of("PIPELINING", "size 35882577", "starttls", "Auth login PLAIN xoauth2", "AUTH=LOGIN", "8BITMIME");
        Assert.True(abilities is { HasStartTls: true, HasSize: true, MostOctets: 35882577 });
        Assert.Equal(["LOGIN", "PLAIN", "XOAUTH2"], abilities.Logins.Select(name => name.ToUpperInvariant()).Order());
    }

    [Theory]
    [InlineData("SIZE")]
    [InlineData("SIZE 0")]
    [InlineData("SIZE -1")]
    [InlineData("SIZE 99999999999999999999999")]
    public void A_size_that_names_no_limit_is_none(string line) => Assert.True(Of(line) is { HasSize: true, MostOctets: 0 });

    [Fact]
    public void The_servers_name_is_no_ability() => Assert.False(new SmtpAbilities(new SmtpReply(250, "", ["STARTTLS"])).HasStartTls);

    [Fact]
    public void What_is_not_known_is_no_harm() => Assert.Empty(Of("", "X-SOMETHING  ELSE", "STARTTLSX", "AUTH").Logins);

    private static SmtpAbilities Of(params string[] lines) => new(new SmtpReply(250, "", ["mail.example.org", .. lines]));
}
