using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace PiLittleEye.Mail.Account;

/// <summary>
/// Encrypts passwords and refresh tokens with the framework's data protection, so that a copy of the database alone opens no mailbox.
/// Made ready when the first secret is sealed or opened, in a container of its own: in the house's it would cost every start a ring of keys.
/// </summary>
internal sealed class MailSecrets(SecretKeyFiles files) : IDisposable
{
    private readonly Lock _gate = new();
    private ServiceProvider? _services;

    public string Seal(string secret)
    {
        lock (_gate)
        {
            return Protector().Protect(secret);
        }
    }

    /// <returns>Null when the keys are not those it was sealed with: the state directory was put together from two backups.</returns>
    public string? Open(string box)
    {
        lock (_gate)
        {
            if (TryOpen(box) is { } secret)
            {
                return secret;
            }

            // The command line may have made a key beside us since.
            Dispose();
            return TryOpen(box);
        }
    }

    public void Dispose()
    {
        _services?.Dispose();
        _services = null;
    }

    private string? TryOpen(string box)
    {
        try
        {
            return Protector().Unprotect(box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector()
    {
        _services ??= Make();
        return _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("mail account");
    }

    private ServiceProvider Make()
    {
        var services = new ServiceCollection();
        // Without a name of its own, the folder of the program would be the name, and an update a stranger.
        services.AddDataProtection().SetApplicationName("PiLittleEye");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = files);
        return services.BuildServiceProvider();
    }
}
