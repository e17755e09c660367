using PiLittleEye.Accounts;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class SendersTests
{
    [Fact]
    public async Task A_secret_has_160_bits_and_no_two_are_alike()
    {
        await using var rig = new PhotoReplyRig();
        var secrets = Enumerable
            .Range(0, Senders.Most)
            .Select(index => rig.Senders.Add(MailAddress.Parse($"s{index}@example.com")!, null, null).Secret!.Secret)
            .ToList();
        Assert.All(secrets, secret => Assert.Equal(32, secret.Length));
        Assert.Equal(secrets.Count, secrets.Distinct(StringComparer.Ordinal).Count());
        // The former system's used three to eleven letters at most places: here all 32 come at every one.
        for (var place = 0; place < 32; place++)
        {
            Assert.InRange(secrets.Select(secret => secret[place]).Distinct().Count(), 12, 32);
        }

        Assert.True(rig.Senders.Add(MailAddress.Parse("more@example.com")!, null, null).IsFull);
        // Nothing of it stands readable in the database.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = File.ReadAllBytes(rig.Database.Path);
        Assert.All(secrets, secret => Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret))));
    }

    [Fact]
    public async Task The_code_that_checked_the_authenticator_opens_nothing_else()
    {
        await using var rig = new PhotoReplyRig();
        var (sender, shown, _) = rig.Senders.Add(MailAddress.Parse("alice@example.com")!, null, null);
        var secret = rig.Secrets.Open(sender!.SecretId, rig.SenderStore.Secret(sender.SecretId)!.Value.Secret)!;
        Assert.Equal(shown!.Secret, Totp.Text(secret));
        Assert.False(rig.Senders.Verify(sender, "000000"));
        Assert.False(rig.Senders.Verify(sender, null));
        var code = rig.CodeOf(secret);
        Assert.True(rig.Senders.Verify(sender, $" {code[..3]} {code[3..]} "));
        Assert.False(rig.Senders.Verify(sender, code));
        rig.Server.Deliver(PhotoReplyRig.Request(code));
        await rig.ReadAsync();
        Assert.Equal("used-code", rig.Decisions[0].Reason);
    }
}
