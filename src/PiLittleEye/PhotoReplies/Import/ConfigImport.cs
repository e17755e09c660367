using System.Text.Json;
using PiLittleEye.Audit;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies.Import;

/// <summary>Takes over what PrintCameraBot was set to. Nothing that is here already is removed, and no secret comes along.</summary>
internal sealed class ConfigImport(
    MailAccounts accounts,
    RuntimeSettings<PhotoReplySettings> settings,
    Senders senders,
    SenderTrail trail,
    MailAccountTrail accountTrail,
    AuditLog audit
)
{
    // Its libraries' default, for servers among themselves; whoever logs in uses this one (RFC 6409, RFC 8314).
    private const int Submission = 587;
    private const int Imaps = 993;

    /// <param name="context">Null for the command line.</param>
    public async Task<ImportResponse> TakeAsync(IReadOnlyDictionary<string, JsonElement> file, HttpContext? context)
    {
        var config = PrintCameraBotConfig.Read(file);
        List<ImportTaken> taken = [];
        List<ImportLeft> left = [.. config.Left];
        await TakeAccountAsync(config, context, taken, left);
        TakeSettings(config, taken, left);
        foreach (var shared in config.Senders)
        {
            await TakeSendersAsync(shared, context, taken, left);
        }

        var text = $"Settings of PrintCameraBot were imported: {taken.Count} taken, {left.Count} left.";
        await audit.SaveAsync(
            context is null
                ? AuditEntry.ByCommandLine("photo-replies-imported", text)
                : AuditEntry.By(context, "photo-replies-imported", text)
        );
        return new ImportResponse(taken, left);
    }

    private async Task TakeAccountAsync(PrintCameraBotConfig config, HttpContext? context, List<ImportTaken> taken, List<ImportLeft> left)
    {
        if (config.Address is not { } address)
        {
            return;
        }

        if (accounts.Settings.IsSetUp)
        {
            left.Add(
                new ImportLeft("credentials", "A mail account is set up already, and stays as it is. Remove it first to import another.")
            );
            return;
        }

        var provider = config.IncomingHost is null ? MailProviders.Find(MailProviders.Gmail) : MailProviders.OfHost(config.IncomingHost);
        var isKnown = provider is not null;
        var change = new MailAccountChange(
            address,
            provider?.Id ?? MailProviders.Own,
            User: null,
            MailWords.Password,
            Password: null,
            isKnown ? null : new MailServerChange(config.IncomingHost, Imaps, MailWords.Tls),
            isKnown ? null : new MailServerChange(config.OutgoingHost, Submission, MailWords.StartTls),
            Folder: null,
            config.PollingSeconds,
            MailsPerHour: null
        );
        var (account, problems) = change.ApplyTo(accounts.Settings);
        // That there is no password is known.
        problems.Remove("password");
        if (problems.Count > 0)
        {
            left.Add(new ImportLeft("credentials", string.Join(' ', problems.Values.SelectMany(sentences => sentences))));
            return;
        }

        var (before, after) = accounts.Change(_ => account);
        await accountTrail.ChangedAsync(context, before, after, isPasswordNew: false);
        taken.Add(new ImportTaken("credentials.address", $"the mail account {account.Address}; its password is still to be entered"));
        taken.Add(new ImportTaken("credentials.imap_host", $"reading at {account.Incoming}, encrypted from the start"));
        taken.Add(new ImportTaken("credentials.smtp_host", $"sending through {account.Outgoing}, always encrypted"));
        if (config.PollingSeconds is { } seconds)
        {
            taken.Add(new ImportTaken("polling_period", $"{seconds} seconds, for servers that cannot tell of new mails by themselves"));
        }
    }

    private void TakeSettings(PrintCameraBotConfig config, List<ImportTaken> taken, List<ImportLeft> left)
    {
        Take("email_subject", config.Subject, Nothing with { Subject = config.Subject }, "the subject of answers");
        Take(
            "2fa_lookback",
            config.CodeSeconds?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Nothing with
            {
                CodeSeconds = config.CodeSeconds,
            },
            "seconds that a code may be on its way"
        );

        void Take(string key, string? value, PhotoReplyChange change, string meaning)
        {
            if (value is null)
            {
                return;
            }

            if (change.ApplyTo(settings.Current).Problems is { Count: > 0 } problems)
            {
                left.Add(new ImportLeft(key, string.Join(' ', problems.Values.SelectMany(sentences => sentences))));
                return;
            }

            settings.Change(current => change.ApplyTo(current).Settings);
            taken.Add(new ImportTaken(key, $"{value}: {meaning}"));
        }
    }

    private async Task TakeSendersAsync(
        IReadOnlyList<string> addresses,
        HttpContext? context,
        List<ImportTaken> taken,
        List<ImportLeft> left
    )
    {
        PhotoSender? partner = null;
        foreach (var text in addresses)
        {
            var what = $"approved_users.{(text.Length <= 100 ? text : text[..100])}";
            if (MailAddress.Parse(text) is not { } address)
            {
                left.Add(new ImportLeft(what, "It is no address that mail can be sent to."));
                continue;
            }

            var (sender, _, isFull) = senders.Add(address, accountId: null, partner);
            if (sender is null)
            {
                left.Add(
                    new ImportLeft(
                        what,
                        isFull
                            ? $"There are {PiLittleEye.PhotoReplies.Senders.Most} senders already."
                            : "It is on the list already, and stays as it is."
                    )
                );
                continue;
            }

            await trail.AddedAsync(context, sender, account: null);
            taken.Add(
                new ImportTaken(
                    what,
                    partner is null
                        ? "a sender with a new secret, to be set up before its codes count"
                        : $"a sender that shares the secret of {partner.Address}, as before"
                )
            );
            partner ??= sender;
        }
    }

    private static readonly PhotoReplyChange Nothing = new(null, null, null, null, null, null, null);
}
