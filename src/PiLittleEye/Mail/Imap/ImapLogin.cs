using System.Text;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>Logs in over an encrypted connection, by the best way that both sides know.</summary>
internal sealed class ImapLogin(ImapDialogue dialogue, MailLogin login)
{
    /// <returns>What the server can do from now on; null when it did not say.</returns>
    /// <exception cref="MailUnavailableException">Not now.</exception>
    /// <exception cref="MailRefusedException">Not like this.</exception>
    public async Task<ImapCapabilities?> RunAsync(ImapCapabilities offered, CancellationToken cancellationToken)
    {
        var secret = await login.GetSecretAsync(cancellationToken);
        ImapCapabilities? now = null;
        void Hear(ImapResponse response) => now = ImapCapabilities.In(response) ?? now;

        var answer =
            SaslExchange.Choose(offered.Mechanisms, dialogue.Server, login, secret) is { } exchange
                ? await AuthenticateAsync(exchange, offered.Has("SASL-IR"), Hear, cancellationToken)
            : !login.IsToken && !offered.Has("LOGINDISABLED") ? await LogInAsync(secret, Hear, cancellationToken)
            : throw NotOffered(offered);
        Hear(answer);
        return answer.IsOk ? now : throw ImapRefusal.Login(answer, dialogue.Server, login.IsToken);
    }

    private async Task<ImapResponse> AuthenticateAsync(
        SaslExchange exchange,
        bool isInitialTaken,
        Action<ImapResponse> heard,
        CancellationToken cancellationToken
    )
    {
        var initial = exchange.Initial;
        var command = $"AUTHENTICATE {exchange.Mechanism}";
        if (isInitialTaken && initial is not null)
        {
            (command, initial) = ($"{command} {initial}", null);
        }

        var tag = await dialogue.BeginAsync(command, limit: null, cancellationToken);
        while (true)
        {
            var response = await dialogue.HearAsync(tag, wait: null, cancellationToken);
            if (response.Tag == tag)
            {
                return response;
            }

            if (!response.IsContinuation)
            {
                heard(response);
                continue;
            }

            // A star gives the login up (RFC 3501, 6.2.2): whatever else the server wants to know, it does not get it.
            var next = initial ?? exchange.Answer() ?? "*";
            initial = null;
            await dialogue.SendAsync(next, cancellationToken);
        }
    }

    // For servers that offer no mechanism at all; all that do IMAP know this (RFC 3501, 6.2.3).
    private async Task<ImapResponse> LogInAsync(string secret, Action<ImapResponse> heard, CancellationToken cancellationToken)
    {
        var (user, isPlain) = (login.User, ImapText.CanBeQuoted(login.User) && ImapText.CanBeQuoted(secret));
        if (isPlain)
        {
            return await dialogue.RunAsync($"LOGIN {ImapText.Quote(user)} {ImapText.Quote(secret)}", heard, cancellationToken);
        }

        var tag = await dialogue.BeginAsync($"LOGIN {Announce(user)}", limit: null, cancellationToken);
        var early =
            await dialogue.LiteralAsync(tag, user, " " + Announce(secret), cancellationToken)
            ?? await dialogue.LiteralAsync(tag, secret, "", cancellationToken);
        while (early is null)
        {
            var response = await dialogue.HearAsync(tag, wait: null, cancellationToken);
            early = response.Tag == tag ? response : null;
            heard(response);
        }

        return early;
    }

    private static string Announce(string text) => $"{{{Encoding.UTF8.GetByteCount(text)}}}";

    private MailRefusedException NotOffered(ImapCapabilities offered)
    {
        var known = ServerWords.Quote(string.Join(", ", offered.Mechanisms.Order(StringComparer.OrdinalIgnoreCase)));
        var what = known.Length == 0 ? "lets nobody log in with a password" : $"knows these ways to log in: {known}";
        return login.IsToken
            ? new MailRefusedException(
                "login-not-offered",
                $"The mail server {dialogue.Server} {what}; none of them takes the provider's sign-in (OAuth2). Use a password."
            )
            : new MailRefusedException(
                "login-not-offered",
                $"The mail server {dialogue.Server} {what}; none of them takes a plain password. Check server and port, or use the provider's sign-in (OAuth2)."
            );
    }
}
