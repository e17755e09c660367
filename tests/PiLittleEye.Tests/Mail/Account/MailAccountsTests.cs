using Microsoft.Extensions.Options;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.OAuth;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Account;

public sealed class MailAccountsTests : IDisposable
{
    private readonly TemporaryState _state = new();

    [Fact]
    public async Task What_the_command_line_set_up_beside_the_service_is_in_force_there_too()
    {
        var (service, _) = Open();
        var (commandLine, secrets) = Open();
        Assert.Null(service.Current);
        var changes = 0;
        service.Changed += () => changes++;
        service.TakeOver();
        Assert.Equal(0, changes);

        commandLine.Change(_ => SetUp(secrets));
        service.TakeOver();
        Assert.Equal(1, changes);
        // Its key was made by the other process, after this one had looked.
        Assert.Equal("secret", await service.Current!.Login.GetSecretAsync(TestContext.Current.CancellationToken));
        service.TakeOver();
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Without_its_key_the_owner_is_told_to_enter_the_password_again()
    {
        var (accounts, secrets) = Open();
        accounts.Change(_ => SetUp(secrets));
        Assert.Equal("secret", await accounts.Current!.Login.GetSecretAsync(TestContext.Current.CancellationToken));
        foreach (var key in Directory.EnumerateFiles(_state.Directory, $"{SecretKeyFiles.Prefix}*"))
        {
            File.Delete(key);
        }

        var (restored, _) = Open();
        var refused = await Assert.ThrowsAsync<MailRefusedException>(async () =>
            await restored.Current!.Login.GetSecretAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("secret-lost", refused.Code);
        Assert.Contains("again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_no_xml_any_more_does_not_take_the_others_with_it()
    {
        var (_, secrets) = Open();
        var box = secrets.Seal("secret");
        File.WriteAllText(Path.Combine(_state.Directory, $"{SecretKeyFiles.Prefix}broken.xml"), "<key");
        var (_, again) = Open();
        Assert.Equal("secret", again.Open(box));
    }

    [Fact]
    public void The_account_is_the_same_object_until_it_changes()
    {
        var (accounts, secrets) = Open();
        accounts.Change(_ => SetUp(secrets));
        var first = accounts.Current;
        Assert.Same(first, accounts.Current);
        accounts.Change(settings => settings with { PollingSeconds = 90 });
        Assert.NotSame(first, accounts.Current);
    }

    public void Dispose() => _state.Dispose();

    private static MailAccountSettings SetUp(MailSecrets secrets) =>
        new()
        {
            Address = "camera@example.org",
            User = "camera",
            Secret = secrets.Seal("secret"),
            Incoming = new MailServer("mail.example.org", 993, MailEncryption.Tls),
            Outgoing = new MailServer("mail.example.org", 465, MailEncryption.Tls),
        };

    // As another process sees it: its own connection, its own caches.
    private (MailAccounts Accounts, MailSecrets Secrets) Open()
    {
        var secrets = new MailSecrets(new SecretKeyFiles(Options.Create(new StorageOptions { Directory = _state.Directory })));
        var settings = new RuntimeSettings<MailAccountSettings>(
            new RuntimeSettingsStore(_state.Database, TimeProvider.System),
            MailAccountSettings.Key,
            MailAccountSettings.Default,
            () => MailAccountJson.Default.MailAccountSettings
        );
        var tokens = new MailTokens(settings, secrets, null!, Options.Create(new MailOptions()), TimeProvider.System);
        return (new MailAccounts(settings, secrets, tokens, null!), secrets);
    }
}
