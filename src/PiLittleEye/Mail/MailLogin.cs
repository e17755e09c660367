namespace PiLittleEye.Mail;

/// <summary>Who logs in, and with what. Never printed: no member of it may reach a log.</summary>
/// <param name="user">Mostly the address; iCloud takes the name before the @ too.</param>
/// <param name="isToken">True for OAuth2 (XOAUTH2, OAUTHBEARER), false for a password (PLAIN, LOGIN).</param>
/// <param name="secret">The password, or an access token that is good now; asked for at every login, because tokens last an hour.</param>
internal sealed class MailLogin(string user, bool isToken, Func<CancellationToken, ValueTask<string>> secret)
{
    public string User { get; } = user;

    public bool IsToken { get; } = isToken;

    /// <exception cref="MailUnavailableException">No token could be had now.</exception>
    /// <exception cref="MailRefusedException">The owner must allow it again.</exception>
    public ValueTask<string> GetSecretAsync(CancellationToken cancellationToken) => secret(cancellationToken);

    public static MailLogin WithPassword(string user, string password) => new(user, isToken: false, _ => ValueTask.FromResult(password));
}
