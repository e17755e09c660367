using System.Security.Cryptography;
using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>
/// One mail from being read to being answered. Stopped between any two steps, the code is used up before anything is sent: then there is one
/// answer or none, and never two.
/// </summary>
internal sealed class RequestDesk(
    RuntimeSettings<PhotoReplySettings> settings,
    PhotoSenderStore senders,
    SenderSecrets secrets,
    SenderRights rights,
    PhotoReplyStore replies,
    ReplyWriter writer,
    MailQueue queue,
    PhotoReplyTrail trail,
    NetworkTime networkTime,
    TimeProvider clock
)
{
    // A request is a line. HTML brings a style sheet before it, which Outlook's is longer than.
    private const int MostText = 8 * 1024;
    private const int MostHtml = 32 * 1024;

    /// <returns>Null when the mail is gone.</returns>
    public async Task<Verdict?> HandleAsync(IMailbox mailbox, uint uid, MailAccount account, CancellationToken cancellationToken)
    {
        if (await mailbox.ReadAsync(uid, cancellationToken) is not { } mail)
        {
            return null;
        }

        var from = FromField.Read(mail.Headers);
        var sender = from is null ? null : senders.FindByAddress(from.ToString());
        var around = new JudgedBy(
            settings.Current,
            settings.Current.AuthservId is { Length: > 0 } chosen ? chosen : account.AuthservId ?? string.Empty,
            MailAddress.Parse(account.Address),
            clock.GetUtcNow(),
            networkTime.IsSet
        );
        var verdict = RequestJudge.OfHeaders(mail, from, sender, around);
        trail.Read(mail.ReceivedAt);
        if (verdict is not null || sender is null)
        {
            return await RefuseAsync(mailbox, uid, sender, from, verdict ?? Verdicts.NotListed, cancellationToken);
        }

        var cameras = rights.CamerasOf(sender);
        if (cameras.Count == 0)
        {
            return await RefuseAsync(mailbox, uid, sender, from, Verdicts.NoRight, cancellationToken);
        }

        if (ReadablePart.Choose(mail.Structure) is not { } part)
        {
            return await RefuseAsync(mailbox, uid, sender, from, Verdicts.NoText, cancellationToken);
        }

        var body = await mailbox.ReadPartAsync(uid, part.Number, part.MediaType == "text/html" ? MostHtml : MostText, cancellationToken);
        var finding = CodeFinder.Find(ReadableText.Of(part, body.Span));
        var key = KeyOf(mail, account);
        if (Spend(sender, finding, mail, key, around) is { } refusal)
        {
            return await RefuseAsync(mailbox, uid, sender, from, refusal, cancellationToken);
        }

        var wish = PhotoWish.Read(finding.Beside, cameras.Select(camera => (camera.CameraId, camera.Name)));
        var order = new ReplyOrder(account, sender, mail, key, cameras, wish, around.Settings.Subject);
        return await AnswerAsync(mailbox, uid, order, cancellationToken);
    }

    private Verdict? Spend(PhotoSender sender, CodeFinding finding, ReceivedMail mail, byte[] key, JudgedBy around)
    {
        if (senders.Secret(sender.SecretId) is not var (box, lastStep) || secrets.Open(sender.SecretId, box) is not { } secret)
        {
            return Verdicts.SecretLost;
        }

        var (step, refusal) = RequestJudge.OfCode(finding, secret, lastStep, mail.ReceivedAt, around.Settings.CodeSeconds);
        if (refusal == Verdicts.WrongCode && replies.Miss(sender, around.Now))
        {
            trail.Locked(sender);
        }

        return step is { } right ? replies.Spend(sender, right, key, around.Now, around.Settings) : refusal;
    }

    private async Task<Verdict?> AnswerAsync(IMailbox mailbox, uint uid, ReplyOrder order, CancellationToken cancellationToken)
    {
        var decision = trail.Accepted(order.Sender);
        var (mail, verdict) = await writer.WriteAsync(order, cancellationToken);
        try
        {
            queue.Enqueue(mail);
        }
        catch (MailException failure)
        {
            trail.NotQueued(failure);
            verdict = Verdicts.Unsendable;
        }

        trail.Answered(decision, order, verdict);
        await mailbox.MarkAsync(uid, isAnswered: verdict.Kind == VerdictKind.Answered, cancellationToken);
        return verdict;
    }

    // No answer: it would tell a stranger who is on the list, and somebody whose address was forged gets what he never asked for.
    private async Task<Verdict?> RefuseAsync(
        IMailbox mailbox,
        uint uid,
        PhotoSender? sender,
        MailAddress? from,
        Verdict verdict,
        CancellationToken cancellationToken
    )
    {
        trail.Judged(from?.ToString() ?? string.Empty, verdict, isListed: sender is not null);
        // Other people's mails in a shared mailbox stay as they are (PCB-3, PCB-W7).
        if (sender is not null && verdict.Kind == VerdictKind.Refused)
        {
            await mailbox.MarkAsync(uid, isAnswered: false, cancellationToken);
        }

        return verdict;
    }

    // Without a Message-ID, by all that the server says of it.
    private static byte[] KeyOf(ReceivedMail mail, MailAccount account) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                ThreadIds.MessageIdOf(mail) ?? $"{account.Incoming} {mail.Uid} {mail.Size} {StoredMoment.Text(mail.ReceivedAt)}"
            )
        );
}
