using System.Globalization;
using System.Text.RegularExpressions;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>A folder of an IMAP account (RFC 3501). Only UIDs, never sequence numbers; only PEEK, so that reading leaves no mark.</summary>
/// <param name="step">Told how far <see cref="OpenAsync"/> has come; for whoever shows it.</param>
internal sealed partial class ImapMailbox(
    MailConnector connector,
    MailServer server,
    MailLogin login,
    string folder,
    TimeProvider clock,
    Action<ImapStep>? step = null
) : IMailbox
{
    private const int MostHeaders = 64 * 1024;
    private const int MostPart = 128 * 1024;
    private const int MostFound = 500;

    private ImapDialogue? _dialogue;
    private ImapCapabilities? _capabilities;
    private bool _canPush;
    private bool _isUsable;

    private ImapDialogue Dialogue => _dialogue ?? throw new InvalidOperationException("The mailbox is not open.");

    /// <summary>As <see cref="MailConnection.Encryption"/>.</summary>
    public string? Encryption => _dialogue?.Connection.Encryption;

    public Task<MailboxOpening> OpenAsync(CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            step?.Invoke(ImapStep.Connect);
            _dialogue = new ImapDialogue(await connector.ConnectAsync(server, cancellationToken));
            var entrance = new ImapEntrance(_dialogue);
            await entrance.GreetAsync(cancellationToken);
            step?.Invoke(ImapStep.Encrypt);
            var offered = await entrance.EncryptAsync(cancellationToken);
            step?.Invoke(ImapStep.LogIn);
            _capabilities =
                await new ImapLogin(_dialogue, login).RunAsync(offered, cancellationToken) ?? await entrance.AskAsync(cancellationToken);
            _canPush = _capabilities.Has("IDLE");
            step?.Invoke(ImapStep.Select);
            var opening = await SelectAsync(cancellationToken);
            step?.Invoke(ImapStep.Ready);
            return opening;
        });

    public Task<IReadOnlyList<uint>> FindAsync(
        uint lastUid,
        DateOnly since,
        IReadOnlyList<string> from,
        CancellationToken cancellationToken
    ) =>
        GuardAsync(async () =>
        {
            if (lastUid == uint.MaxValue)
            {
                return [];
            }

            var search = new ImapSearch(lastUid, since, from, _capabilities!.Has("ESEARCH"));
            foreach (var command in search.Commands())
            {
                var answer = await Dialogue.RunAsync(command, search.Hear, cancellationToken);
                if (!answer.IsOk)
                {
                    throw ImapRefusal.Command(answer, server);
                }
            }

            return search.Found(MostFound);
        });

    public Task<ReceivedMail?> ReadAsync(uint uid, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            var head = $"UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER]<0.{MostHeaders}>";
            var mail =
                await FetchAsync(uid, $"{head} BODYSTRUCTURE", isLastTry: false, cancellationToken)
                // A server that stumbles over one mail's structure must not keep us from those behind it: such a mail is read as one without parts.
                ?? await FetchAsync(uid, head, isLastTry: true, cancellationToken);
            if (mail is not { Count: > 0 })
            {
                return null;
            }

            var octets = Item(mail, "BODY").Octets;
            var isCut = octets.Length >= MostHeaders;
            return new ReceivedMail
            {
                Uid = uid,
                Size = Item(mail, "RFC822.SIZE").Number,
                ReceivedAt = ImapText.Time(Item(mail, "INTERNALDATE").Text),
                Headers = HeaderBlock.Read(octets.Span[..Math.Min(octets.Length, MostHeaders)], isCut),
                Structure = BodyStructure.Read(Item(mail, "BODYSTRUCTURE")),
            };
        });

    public Task<ReadOnlyMemory<byte>> ReadPartAsync(uint uid, string part, int mostBytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostBytes, MostPart);
        if (!PartNumber().IsMatch(part))
        {
            throw new ArgumentException($"\"{part}\" is not the number of a part.", nameof(part));
        }

        return GuardAsync(async () =>
        {
            var mail = await FetchAsync(uid, $"UID BODY.PEEK[{part}]<0.{mostBytes}>", isLastTry: true, cancellationToken);
            var octets = mail is null ? default : Item(mail, "BODY").Octets;
            return octets[..Math.Min(octets.Length, mostBytes)];
        });
    }

    public Task MarkAsync(uint uid, bool isAnswered, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            // Whether a mark could be made (a folder may be read-only) matters to people who look into it, not to us.
            await Dialogue.RunAsync(
                $"UID STORE {Number(uid)} +FLAGS.SILENT (\\Seen{(isAnswered ? " \\Answered" : "")})",
                heard: null,
                cancellationToken
            );
            return true;
        });

    public Task WaitAsync(TimeSpan longest, TimeSpan pollingPeriod, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            if (_canPush)
            {
                _canPush = await new ImapIdle(Dialogue, clock).RunAsync(longest, cancellationToken);
                return true;
            }

            await Task.Delay(pollingPeriod, clock, cancellationToken);
            // Servers take note of new mails at a command that has no other purpose.
            await Dialogue.RunAsync("NOOP", heard: null, cancellationToken);
            return true;
        });

    public async ValueTask DisposeAsync()
    {
        if (_dialogue is not { } dialogue)
        {
            return;
        }

        if (_isUsable)
        {
            try
            {
                // So that the server counts this connection out at once; nobody waits for its farewell.
                await dialogue.BeginAsync("LOGOUT", TimeSpan.FromSeconds(1), CancellationToken.None);
            }
            catch (MailException)
            {
                // It was gone already.
            }
        }

        await dialogue.Connection.DisposeAsync();
    }

    private async Task<MailboxOpening> SelectAsync(CancellationToken cancellationToken)
    {
        var (validity, next) = (0u, 0u);
        var answer = await Dialogue.RunAsync(
            $"SELECT {ImapText.Quote(ImapText.Folder(folder))}",
            response =>
            {
                validity = response.Code == "UIDVALIDITY" ? Parse(response.CodeText) : validity;
                next = response.Code == "UIDNEXT" ? Parse(response.CodeText) : next;
            },
            cancellationToken
        );
        return answer.IsOk ? new MailboxOpening(validity, next, _canPush) : throw ImapRefusal.Folder(answer, server, folder);
    }

    /// <returns>Empty when the mail is not there; null, but not at the last try, when the server said no or nothing that can be read.</returns>
    private async Task<IReadOnlyDictionary<string, ImapValue>?> FetchAsync(
        uint uid,
        string items,
        bool isLastTry,
        CancellationToken cancellationToken
    )
    {
        var fetch = new ImapFetch(uid);
        var answer = await Dialogue.RunAsync($"UID FETCH {Number(uid)} ({items})", fetch.Hear, cancellationToken);
        if (fetch.Mail is { } mail)
        {
            return mail;
        }

        return (answer.IsOk && !fetch.IsGarbled) ? new Dictionary<string, ImapValue>(StringComparer.Ordinal)
            : !isLastTry ? null
            : fetch.IsGarbled ? throw Dialogue.Garbled("describes a mail in a way")
            // Without a code that says otherwise: servers say no when somebody else has just deleted it.
            : answer.Code is "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "LIMIT" or "OVERQUOTA" or "CONTACTADMIN"
                ? throw ImapRefusal.Command(answer, server)
            : new Dictionary<string, ImapValue>(StringComparer.Ordinal);
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> doing)
    {
        _isUsable = false;
        try
        {
            var done = await doing();
            _isUsable = true;
            return done;
        }
        catch (ImapSyntaxException garbled)
        {
            await CloseAsync();
            throw new MailUnavailableException(
                "answer-garbled",
                $"The mail server {server} sent something that is not IMAP as it should be ({garbled.Message.TrimEnd('.')}). The connection was closed; it is tried again later.",
                garbled
            );
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    private ValueTask CloseAsync() => _dialogue?.Connection.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ImapValue Item(IReadOnlyDictionary<string, ImapValue> mail, string name) => mail.GetValueOrDefault(name, ImapValue.Nil);

    private static uint Parse(string number) =>
        uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;

    private static string Number(uint uid) => uid.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[1-9][0-9]{0,3}(\.[1-9][0-9]{0,3}){0,19}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartNumber();
}
