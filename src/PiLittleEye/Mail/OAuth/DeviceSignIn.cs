using PiLittleEye.Audit;
using PiLittleEye.Mail.Account;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.OAuth;

/// <summary>One sign-in at a time: a code for the owner, and asking until the provider has heard of it (RFC 8628).</summary>
internal sealed class DeviceSignIn(
    OAuthClient client,
    MailAccounts accounts,
    MailSecrets secrets,
    MailAccountTrail trail,
    TimeProvider clock
) : IAsyncDisposable
{
    // RFC 8628, 3.2 and 3.5.
    private static readonly TimeSpan s_usualInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_slower = TimeSpan.FromSeconds(5);

    // A code for days, or a pause of hours, would be a slip of the provider's; Microsoft gives 15 minutes, Google 30.
    private static readonly TimeSpan s_longestCode = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_longestInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _asking = Task.CompletedTask;
    private volatile SignInResponse _standing = SignInResponse.None;

    public SignInResponse Standing => _standing;

    /// <param name="by">Who asks, for the log.</param>
    /// <exception cref="MailUnavailableException">The provider cannot be asked now.</exception>
    /// <exception cref="MailRefusedException">The provider does not want it.</exception>
    public async Task<SignInOffer> BeginAsync(
        string providerId,
        string address,
        OAuthOptions provider,
        AuditEntry by,
        CancellationToken cancellationToken
    )
    {
        await EndAsync();
        var answer = await client.BeginAsync(provider, cancellationToken);
        if (
            answer is not { DeviceCode: { Length: > 0 } deviceCode, UserCode: { Length: > 0 } userCode }
            || (answer.VerificationUri ?? answer.VerificationUrl) is not { } url
            || !IsAddress(url)
        )
        {
            throw new MailRefusedException(
                "sign-in-refused",
                answer.Error is null
                    ? "The provider gave no code to type. Check DeviceEndpoint in the settings file."
                    : SignInWords.Of(answer)
            );
        }

        var expiresAt = clock.GetUtcNow() + Bounded(answer.ExpiresIn, TimeSpan.FromMinutes(15), s_longestCode);
        var wish = new Wish(providerId, address, provider, deviceCode, expiresAt, by);
        var interval = Bounded(answer.Interval, s_usualInterval, s_longestInterval);
        lock (_gate)
        {
            var stop = _stop = new CancellationTokenSource();
            _standing = new SignInResponse("waiting", $"Open {url}, type {userCode} and allow it. This page notices by itself.");
            _asking = Task.Run(() => AskAsync(wish, interval, stop.Token), CancellationToken.None);
        }

        var shown = answer.VerificationUriComplete is { } complete && IsAddress(complete) ? complete : url;
        return new SignInOffer(userCode, url, SignInQr.Draw(shown), expiresAt);
    }

    /// <summary>Stops asking; what was granted stays.</summary>
    public async Task EndAsync()
    {
        Task asking;
        lock (_gate)
        {
            _stop?.Cancel();
            _stop = null;
            asking = _asking;
        }

        await asking;
        _standing = SignInResponse.None;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task AskAsync(Wish wish, TimeSpan interval, CancellationToken stop)
    {
        try
        {
            while (clock.GetUtcNow() + interval < wish.ExpiresAt)
            {
                await Task.Delay(interval, clock, stop);
                OAuthAnswer answer;
                try
                {
                    answer = await client.PollAsync(wish.Options, wish.DeviceCode, stop);
                }
                catch (MailUnavailableException)
                {
                    // RFC 8628, 3.5: less often when it does not answer.
                    interval = Slower(interval, interval);
                    continue;
                }

                if (answer.Error == SignInWords.Pending)
                {
                    continue;
                }

                if (answer.Error == SignInWords.SlowDown)
                {
                    interval = Slower(interval, s_slower);
                    continue;
                }

                _standing = await ConcludeAsync(wish, answer);
                return;
            }

            _standing = Expired();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The owner thought better of it, or the service stops.
        }
        catch (MailRefusedException wrong)
        {
            _standing = new SignInResponse("refused", wrong.Message);
        }
        catch (StorageUnavailableException full)
        {
            _standing = new SignInResponse("refused", $"The permission was given, but it could not be kept. {full.Message}");
        }
    }

    private async Task<SignInResponse> ConcludeAsync(Wish wish, OAuthAnswer answer)
    {
        if (answer.Error == SignInWords.Expired)
        {
            return Expired();
        }

        if (answer.RefreshToken is not { Length: > 0 } refreshToken)
        {
            return new SignInResponse("refused", SignInWords.Of(answer));
        }

        var box = secrets.Seal(refreshToken);
        var change = MailAccountChange.ToToken(wish.Provider, wish.Address);
        var (before, after) = accounts.Change(current => change.ApplyTo(current).Account with { Secret = box });
        await trail.SignedInAsync(wish.By, before, after);
        return new SignInResponse("granted", $"{wish.Address} may be read and sent from. Test it now.");
    }

    private static SignInResponse Expired() => new("expired", "The code was not typed in time. Begin again.");

    private static TimeSpan Slower(TimeSpan interval, TimeSpan by) =>
        TimeSpan.FromTicks(Math.Min((interval + by).Ticks, s_longestInterval.Ticks));

    private static TimeSpan Bounded(double? seconds, TimeSpan usual, TimeSpan longest) =>
        seconds is not > 0 ? usual
        : seconds >= longest.TotalSeconds ? longest
        : TimeSpan.FromSeconds(seconds.Value);

    // It becomes a link on the page.
    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private sealed record Wish(
        string Provider,
        string Address,
        OAuthOptions Options,
        string DeviceCode,
        DateTimeOffset ExpiresAt,
        AuditEntry By
    );
}
