namespace PiLittleEye.Mail.Imap;

/// <summary>From the greeting to an encrypted connection whose server said what it can do.</summary>
internal sealed class ImapEntrance(ImapDialogue dialogue)
{
    private ImapCapabilities? _said;

    private MailServer Server => dialogue.Server;

    public async Task GreetAsync(CancellationToken cancellationToken)
    {
        var greeting = await dialogue.GreetingAsync(cancellationToken);
        switch (greeting)
        {
            case { IsUntagged: true, IsOk: true }:
                _said = ImapCapabilities.In(greeting);
                return;
            case { IsUntagged: true, Keyword: "BYE" }:
                throw ImapRefusal.Bye(greeting, Server);
            case { IsUntagged: true, Keyword: "PREAUTH" }:
                // Logged in as somebody before anything is encrypted: nothing a mail server on the network should say, and a known trick to get around STARTTLS.
                throw new MailRefusedException(
                    "login-not-asked",
                    $"The mail server {Server} lets everybody in without a password, so it cannot be the right one. Check server and port."
                );
            default:
                throw new MailRefusedException(
                    "not-imap",
                    $"What answers at {Server} is not a mailbox (IMAP). Check the port: 993 with TLS, 143 with STARTTLS; 465 and 587 are for sending."
                );
        }
    }

    /// <returns>What the server can do, said over the encrypted connection.</returns>
    public async Task<ImapCapabilities> EncryptAsync(CancellationToken cancellationToken)
    {
        if (Server.Encryption == MailEncryption.StartTls)
        {
            var offered = _said ?? await AskAsync(cancellationToken);
            var answer = offered.Has("STARTTLS") ? await dialogue.RunAsync("STARTTLS", heard: null, cancellationToken) : null;
            if (answer is not { IsOk: true })
            {
                throw new MailRefusedException(
                    "starttls-missing",
                    $"The mail server {Server} does not offer encryption (STARTTLS), so the password was not sent. Use port 993 with TLS; if it has always worked, somebody may stand in between."
                );
            }

            await dialogue.EncryptAsync(cancellationToken);
            _said = null;
        }

        return _said ?? await AskAsync(cancellationToken);
    }

    public async Task<ImapCapabilities> AskAsync(CancellationToken cancellationToken)
    {
        ImapCapabilities? said = null;
        var answer = await dialogue.RunAsync("CAPABILITY", response => said = ImapCapabilities.In(response) ?? said, cancellationToken);
        return said ?? ImapCapabilities.In(answer) ?? throw dialogue.Garbled("does not say what it can do");
    }
}
