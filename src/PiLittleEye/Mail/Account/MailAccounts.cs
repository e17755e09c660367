using PiLittleEye.Mail.OAuth;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Account;

/// <summary>The mail account in force. Without one nothing of mail runs.</summary>
internal sealed class MailAccounts(
    RuntimeSettings<MailAccountSettings> stored,
    MailSecrets secrets,
    MailTokens tokens,
    MailAccountTrail trail
)
{
    private volatile Known? _known;

    /// <summary>Raised after a person changed or removed the account, here or with the command line: whoever is connected begins anew.</summary>
    public event Action? Changed;

    public MailAccountSettings Settings => stored.Current;

    /// <summary>Null while there is none that could log in.</summary>
    public MailAccount? Current
    {
        get
        {
            var settings = stored.Current;
            if (_known is not { } known || !ReferenceEquals(known.Settings, settings))
            {
                _known = known = new Known(settings, settings is { IsSetUp: true, Secret: not null } ? AccountOf(settings) : null);
            }

            return known.Account;
        }
    }

    /// <param name="change">From the account in force to the new one.</param>
    public (MailAccountSettings Before, MailAccountSettings After) Change(Func<MailAccountSettings, MailAccountSettings> change)
    {
        var changed = stored.Change(before => change(before) with { Revision = before.Revision + 1 });
        Changed?.Invoke();
        return changed;
    }

    /// <summary>Forgets the account and its secret.</summary>
    public MailAccountSettings Remove() => Change(_ => MailAccountSettings.Default).Before;

    /// <summary>Takes over what the command line stored beside us. Called whenever the database was written.</summary>
    public void TakeOver()
    {
        if (stored.Reload())
        {
            Changed?.Invoke();
        }
    }

    /// <summary>As it would be in force, for trying it out.</summary>
    /// <param name="settings">Set up.</param>
    /// <param name="password">A new one; null: with the secret that is kept.</param>
    /// <returns>Null while there is nothing to log in with.</returns>
    public MailAccount? Trial(MailAccountSettings settings, string? password) =>
        password is not null ? AccountOf(settings, MailLogin.WithPassword(settings.User!, password))
        : settings.Secret is not null ? AccountOf(settings)
        : null;

    private MailAccount AccountOf(MailAccountSettings settings) =>
        AccountOf(
            settings,
            new MailLogin(settings.User!, settings.Authentication == MailAuthentication.OAuth2, stop => Secret(settings, stop))
        );

    private static MailAccount AccountOf(MailAccountSettings settings, MailLogin login) =>
        new()
        {
            Address = settings.Address!,
            Incoming = settings.Incoming!,
            Outgoing = settings.Outgoing!,
            Login = login,
            Folder = settings.Folder,
            PollingPeriod = TimeSpan.FromSeconds(settings.PollingSeconds),
            MailsPerHour = settings.MailsPerHour,
            AuthservId = MailProviders.Find(settings.Provider)?.AuthservId,
        };

    private async ValueTask<string> Secret(MailAccountSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Authentication == MailAuthentication.Password)
        {
            return secrets.Open(settings.Secret!)
                ?? throw new MailRefusedException(
                    "secret-lost",
                    "The kept password cannot be decrypted: its key is gone or another one. Enter the account's password again."
                );
        }

        try
        {
            return await tokens.GetAsync(settings.Revision, cancellationToken);
        }
        catch (MailRefusedException refused) when (refused.Code == MailTokens.SignInAgain)
        {
            Forget(settings.Revision, refused.Message);
            throw;
        }
    }

    // A permission that was called back does not come back: the page says what to do, and nobody knocks at the provider in vain.
    private void Forget(long revision, string reason)
    {
        try
        {
            var (before, after) = stored.Change(account =>
                account.Revision == revision ? account with { Secret = null, Revision = revision + 1 } : account
            );
            if (before.Revision == revision)
            {
                trail.SignInLost(after, reason);
                Changed?.Invoke();
            }
        }
        catch (StorageUnavailableException)
        {
            // The next login is refused as well, and comes here again.
        }
    }

    private sealed record Known(MailAccountSettings Settings, MailAccount? Account);
}
