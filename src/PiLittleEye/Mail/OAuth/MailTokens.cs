using Microsoft.Extensions.Options;
using PiLittleEye.Mail.Account;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.OAuth;

/// <summary>The access token of the account, renewed before it ends. In memory only; what lasts is the refresh token in the settings.</summary>
internal sealed class MailTokens(
    RuntimeSettings<MailAccountSettings> stored,
    MailSecrets secrets,
    OAuthClient client,
    IOptions<MailOptions> options,
    TimeProvider clock
) : IDisposable
{
    /// <summary>The owner must sign in again: code of a <see cref="MailRefusedException"/>.</summary>
    public const string SignInAgain = "sign-in-again";

    // Longer than a login and a mail of 10 MB take, far shorter than the hour that Google's and Microsoft's tokens live.
    private static readonly TimeSpan s_before = TimeSpan.FromMinutes(5);

    // RFC 6749 lets a provider leave it out; both of ours say an hour.
    private static readonly TimeSpan s_usual = TimeSpan.FromHours(1);

    // Held over the network: who asks meanwhile waits and takes the same token.
    private readonly SemaphoreSlim _turn = new(1);
    private Kept? _kept;

    /// <param name="revision">Of the account that logs in.</param>
    /// <exception cref="MailUnavailableException">The provider cannot be asked now.</exception>
    /// <exception cref="MailRefusedException">The owner must sign in again.</exception>
    public async ValueTask<string> GetAsync(long revision, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && kept.Revision == revision && clock.GetUtcNow() < kept.RenewAt)
            {
                return kept.AccessToken;
            }

            return (_kept = await RenewAsync(revision, cancellationToken)).AccessToken;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Kept> RenewAsync(long revision, CancellationToken cancellationToken)
    {
        var account = stored.Current;
        if (account.Revision != revision || account.Secret is null)
        {
            throw new MailUnavailableException(
                "account-changed",
                "The mail account was changed meanwhile. It is tried again with the new one."
            );
        }

        if (options.Value.OAuth.Of(account.Provider) is not { ClientId: not null } provider)
        {
            throw new MailRefusedException(
                "no-client-id",
                "The settings file has no Mail:OAuth client id for this provider any more. Put it back, or enter a password."
            );
        }

        var refreshToken =
            (_kept?.Revision == revision ? _kept.RefreshToken : null)
            ?? secrets.Open(account.Secret)
            ?? throw new MailRefusedException("secret-lost", "The kept permission cannot be decrypted: its key is gone. Sign in again.");
        var answer = await client.RefreshAsync(provider, refreshToken, cancellationToken);
        if (answer.AccessToken is not { Length: > 0 } accessToken)
        {
            throw Refusal(answer);
        }

        var lasts = answer.ExpiresIn is > 0 and < 1e6 ? TimeSpan.FromSeconds(answer.ExpiresIn.Value) : s_usual;
        var renewed = answer.RefreshToken is { Length: > 0 } next && next != refreshToken ? next : null;
        // One that lives shorter than the margin is good for one login.
        return new Kept(
            revision,
            accessToken,
            clock.GetUtcNow() + (lasts > s_before ? lasts - s_before : TimeSpan.Zero),
            renewed is null || TryStore(revision, renewed) ? null : renewed
        );
    }

    // Only these say that a person must do something; all else (a busy provider, an error of its own) passes.
    private static MailException Refusal(OAuthAnswer answer) =>
        answer.Error switch
        {
            SignInWords.InvalidGrant or "interaction_required" or "consent_required" => new MailRefusedException(
                SignInAgain,
                SignInWords.Of(answer)
            ),
            "invalid_client" or "unauthorized_client" or "invalid_scope" => new MailRefusedException(
                "sign-in-wrong",
                SignInWords.Of(answer)
            ),
            _ => new MailUnavailableException("sign-in-unavailable", $"{SignInWords.Of(answer)} It is tried again."),
        };

    // Some providers give a new one with each use and stop honouring the old one.
    private bool TryStore(long revision, string refreshToken)
    {
        try
        {
            var box = secrets.Seal(refreshToken);
            stored.Change(account => account.Revision == revision ? account with { Secret = box } : account);
            return true;
        }
        catch (StorageUnavailableException)
        {
            // Kept in memory and used from there; whoever saves something is told of the card.
            return false;
        }
    }

    private sealed record Kept(long Revision, string AccessToken, DateTimeOffset RenewAt, string? RefreshToken);
}
