using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

/// <summary>Each way in, at a real server that knows them all: what it is said to know decides.</summary>
public sealed class ImapLoginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SASL-IR AUTH=PLAIN AUTH=LOGIN", false)]
    [InlineData("AUTH=PLAIN", false)]
    [InlineData("auth=login", false)]
    [InlineData("SASL-IR AUTH=LOGIN", false)]
    [InlineData("IMAP4rev1", false)]
    [InlineData("SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER", true)]
    [InlineData("AUTH=XOAUTH2", true)]
    [InlineData("SASL-IR AUTH=OAUTHBEARER", true)]
    [InlineData("AUTH=OAUTHBEARER", true)]
    public async Task Each_way_leads_in_and_is_refused_with_a_wrong_secret(string offered, bool isToken)
    {
        var servers = await MailServers.StartedAsync();
        var right = isToken ? await servers.TokenAsync("camera") : "camera-pw";
        var wrong = isToken ? await servers.TokenAsync("camera", TimeSpan.FromMinutes(-1)) : "wr{3}\"\\öng";
        var after = await InAsync(servers, offered, isToken, right);
        Assert.True(after?.Has("IDLE"));

        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => InAsync(servers, offered, isToken, wrong));
        Assert.Equal(isToken ? "token-refused" : "login-refused", refused.Code);
        Assert.DoesNotContain(wrong, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH=PLAIN AUTH=LOGIN", true, "OAuth2")]
    [InlineData("AUTH=XOAUTH2 LOGINDISABLED", false, "XOAUTH2")]
    [InlineData("LOGINDISABLED", false, "lets nobody log in")]
    public async Task Where_both_sides_know_no_common_way_nothing_secret_is_sent(string offered, bool isToken, string words)
    {
        var servers = await MailServers.StartedAsync();
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => InAsync(servers, offered, isToken, "secret"));
        Assert.Equal("login-not-offered", refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ImapCapabilities?> InAsync(MailServers servers, string offered, bool isToken, string secret)
    {
        await using var connection = await servers.Connector().ConnectAsync(servers.Imap(), Stop);
        var dialogue = new ImapDialogue(connection);
        await new ImapEntrance(dialogue).GreetAsync(Stop);
        var said = ImapCapabilities.In(ImapResponse.Read(System.Text.Encoding.ASCII.GetBytes("* CAPABILITY " + offered), []))!;
        return await new ImapLogin(dialogue, new MailLogin("camera", isToken, _ => ValueTask.FromResult(secret))).RunAsync(said, Stop);
    }
}
