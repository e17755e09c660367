using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Mail.Smtp;

namespace PiLittleEye.Mail.Trial;

/// <summary>Goes all the way of a mail account once, step by step: to the mailbox, to the server that sends, and a mail around.</summary>
internal sealed class TrialWalk(MailConnector connector, TimeProvider clock)
{
    private const string NotReached = "Not tried, because a step before it failed.";

    // To oneself a mail takes seconds; a provider that looks for viruses first, a minute.
    private static readonly TimeSpan s_around = TimeSpan.FromSeconds(90);

    // A server that cannot push is asked so often while somebody watches.
    private static readonly TimeSpan s_asking = TimeSpan.FromSeconds(2);

    // Long enough for the server to say that it waits with us.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(1);

    public async Task GoAsync(MailAccount account, TrialBoard board, CancellationToken cancellationToken)
    {
        var user = account.Login.User;
        ImapMailbox? opened = null;
        await using var mailbox = new ImapMailbox(
            connector,
            account.Incoming,
            account.Login,
            account.Folder,
            clock,
            step => Follow(board, step, user, opened)
        );
        opened = mailbox;
        var opening = await OpenAsync(account, mailbox, board, cancellationToken);
        var isWaiting = opening is not null && await IdleAsync(mailbox, opening, board, cancellationToken);
        board.SkipRest(NotReached, TrialSteps.Tcp, TrialSteps.Tls, TrialSteps.Login, TrialSteps.Folder, TrialSteps.Idle);

        var sent = await SendAsync(account, board, cancellationToken);
        if (sent is not null && isWaiting)
        {
            await board.TryAsync(TrialSteps.Receive, () => ReceiveAsync(mailbox, opening!, sent, cancellationToken));
        }

        board.SkipRest(NotReached, [.. TrialSteps.Fresh.Select(step => step.Id)]);
    }

    private async Task<Opening?> OpenAsync(MailAccount account, ImapMailbox mailbox, TrialBoard board, CancellationToken cancellationToken)
    {
        // Only to see whether it is there: the mailbox goes all of the way by itself.
        await using (var way = await DialAsync(account.Incoming, TrialSteps.Dns, TrialSteps.Tcp, board, cancellationToken))
        {
            if (way is null)
            {
                return null;
            }
        }

        try
        {
            board.Enter(TrialSteps.Tls);
            var opening = await mailbox.OpenAsync(cancellationToken);
            board.Pass($"{account.Folder} is open.");
            return new Opening(opening);
        }
        catch (MailException failure)
        {
            board.Fail(failure);
            return null;
        }
    }

    private static void Follow(TrialBoard board, ImapStep step, string user, ImapMailbox? mailbox)
    {
        switch (step)
        {
            case ImapStep.LogIn:
                board.Pass($"{mailbox?.Encryption}.");
                board.Enter(TrialSteps.Login);
                break;
            case ImapStep.Select:
                board.Pass($"Logged in as {user}.");
                board.Enter(TrialSteps.Folder);
                break;
            default:
                // Connect and Encrypt are one to whoever watches, and when it is ready OpenAsync returns.
                break;
        }
    }

    private static async Task<bool> IdleAsync(ImapMailbox mailbox, Opening opening, TrialBoard board, CancellationToken cancellationToken)
    {
        if (!opening.Mailbox.CanPush)
        {
            board.Skip(
                TrialSteps.Idle,
                "This server does not tell of new mails (no IDLE). It is asked every now and then; an answer takes that much longer."
            );
            return true;
        }

        return await board.TryAsync(
            TrialSteps.Idle,
            async () =>
            {
                await mailbox.WaitAsync(s_idle, s_asking, cancellationToken);
                return (opening, "The server tells of new mails by itself.");
            }
        )
            is not null;
    }

    private async Task<Sent?> SendAsync(MailAccount account, TrialBoard board, CancellationToken cancellationToken)
    {
        await using var way = await DialAsync(account.Outgoing, TrialSteps.SmtpDns, TrialSteps.SmtpTcp, board, cancellationToken);
        if (way is null)
        {
            return null;
        }

        var session = new SmtpSession(way);
        try
        {
            var open = await board.TryAsync(
                TrialSteps.SmtpTls,
                async () =>
                {
                    if (account.Outgoing.Encryption == MailEncryption.Tls)
                    {
                        await way.EncryptAsync(cancellationToken);
                    }

                    await session.OpenAsync(cancellationToken);
                    return (session, $"{way.Encryption}.");
                }
            );
            var known = open is null
                ? null
                : await board.TryAsync(
                    TrialSteps.SmtpLogin,
                    async () =>
                    {
                        await session.LogInAsync(account.Login, await account.Login.GetSecretAsync(cancellationToken), cancellationToken);
                        return (session, $"Logged in as {account.Login.User}.");
                    }
                );
            return known is null ? null : await board.TryAsync(TrialSteps.Send, () => SendAsync(account, session, cancellationToken));
        }
        finally
        {
            await session.QuitAsync(cancellationToken);
        }
    }

    private async Task<(Sent, string)> SendAsync(MailAccount account, SmtpSession session, CancellationToken cancellationToken)
    {
        var mail = new OutgoingMail
        {
            To = account.Address,
            Subject = "Test of the camera's mail account",
            Text = "This mail was sent by the camera to itself, to see whether mails go out and come in. It may be deleted.",
            // No reader of mails answers this, our own neither.
            AutoSubmitted = "auto-generated",
            MessageId = MessageId.New(account.Address),
            WrittenAt = clock.GetUtcNow(),
        };
        var message = MimeWriter.WithSender(account.Address, "Camera", MimeWriter.Write(mail));
        var words = await session.SendAsync(account.Address, account.Address, message, cancellationToken);
        return (new Sent(mail.MessageId, clock.GetTimestamp()), $"The server took it: {ServerWords.Quote(words)}");
    }

    private async Task<(Sent, string)> ReceiveAsync(ImapMailbox mailbox, Opening opening, Sent sent, CancellationToken cancellationToken)
    {
        var last = opening.Mailbox.NextUid > 0 ? opening.Mailbox.NextUid - 1 : 0;
        // A day too much: the server counts days in a zone of its own.
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        while (clock.GetElapsedTime(sent.At) < s_around)
        {
            foreach (var uid in await mailbox.FindAsync(last, since, [], cancellationToken))
            {
                last = Math.Max(last, uid);
                if (await mailbox.ReadAsync(uid, cancellationToken) is { } mail && IsOurs(mail, sent))
                {
                    await mailbox.MarkAsync(uid, isAnswered: false, cancellationToken);
                    return (sent, $"It came in after {clock.GetElapsedTime(sent.At).TotalSeconds:F1} s.{Authority(mail)}");
                }
            }

            var rest = s_around - clock.GetElapsedTime(sent.At);
            await mailbox.WaitAsync(rest > s_asking ? rest : s_asking, s_asking, cancellationToken);
        }

        throw new MailUnavailableException(
            "mail-not-seen",
            $"The server took the mail, but it did not come into the folder within {s_around.TotalSeconds} s."
        );
    }

    private static bool IsOurs(ReceivedMail mail, Sent sent) =>
        mail.Headers.Any(header =>
            header.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)
            && header.Value.Contains(sent.MessageId, StringComparison.Ordinal)
        );

    // What whoever has a server of their own must type where senders are checked.
    private static string Authority(ReceivedMail mail) =>
        mail.Headers.FirstOrDefault(header => header.Name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase)).Value
            is { } value
        && AuthenticationResults.Parse(value) is { AuthservId: { Length: > 0 } id }
            ? $" In Authentication-Results the server calls itself {ServerWords.Quote(id)}."
            : "";

    private async Task<MailConnection?> DialAsync(
        MailServer server,
        string dns,
        string tcp,
        TrialBoard board,
        CancellationToken cancellationToken
    )
    {
        var addresses = await board.TryAsync(
            dns,
            async () =>
            {
                var found = await connector.ResolveAsync(server, cancellationToken);
                return (found, $"{server.Host} is {string.Join(", ", found)}.");
            }
        );
        return addresses is null
            ? null
            : await board.TryAsync(
                tcp,
                async () => (await connector.DialAsync(server, addresses, cancellationToken), $"{server} answers.")
            );
    }

    private sealed record Opening(MailboxOpening Mailbox);

    private sealed record Sent(string MessageId, long At);
}
