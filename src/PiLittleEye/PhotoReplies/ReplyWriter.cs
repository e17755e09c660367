using System.Globalization;
using System.Security.Cryptography;
using PiLittleEye.Mail;

namespace PiLittleEye.PhotoReplies;

/// <summary>Makes the answer to a request: takes the photo, if one is wished for, and says what it shows.</summary>
internal sealed class ReplyWriter(
    PhotoTaker photos,
    BoardTemperature temperature,
    IEnumerable<IExternalAddress> addresses,
    CameraPage page,
    TimeProvider clock
)
{
    /// <returns>The mail, and what it is.</returns>
    public async Task<(OutgoingMail Mail, Verdict Verdict)> WriteAsync(ReplyOrder order, CancellationToken cancellationToken)
    {
        var isPhoto = order.Wish.Kind != WishKind.Status;
        var photo = isPhoto ? await photos.TakeAsync(order.Camera, cancellationToken) : null;
        var now = clock.GetUtcNow();
        var facts = new ReplyFacts
        {
            Wish = order.Wish.Kind,
            CameraName = order.Camera.Name,
            OtherCameras = [.. order.Cameras.Where(camera => camera != order.Camera).Select(camera => camera.Name)],
            CapturedAt = photo?.Jpeg is null ? null : photo.CapturedAt,
            NoPicture = photo?.Reason,
            Now = now,
            ReceivedAt = order.Request.ReceivedAt,
            Zone = clock.LocalTimeZone,
            Viewers = order.Camera.StreamCount,
            Temperature = temperature.Read(),
            ExternalAddress = addresses.Select(address => address.Current).FirstOrDefault(address => address is not null),
            Page = page.Url,
        };
        var mail = new OutgoingMail
        {
            // The address on the list, whatever Reply-To says.
            To = order.Sender.Address,
            Subject = $"Re: {order.Subject}",
            Text = ReplyText.Of(facts),
            AutoSubmitted = "auto-replied",
            MessageId = MessageIdOf(order),
            WrittenAt = now,
            InReplyTo = ThreadIds.MessageIdOf(order.Request),
            References = ThreadIds.ReferencesOf(order.Request),
            Attachments = photo?.Jpeg is { } jpeg ? [Attachment(order, photo.CapturedAt, jpeg)] : [],
        };
        return (mail, VerdictOf(facts));
    }

    // From the request, so that the same answer always has the same, and nothing in it can be traced back to the code.
    private static string MessageIdOf(ReplyOrder order)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. "photo reply"u8, .. order.Mail]))[..32];
        return $"{hash}@{order.Account.Address[(order.Account.Address.LastIndexOf('@') + 1)..]}";
    }

    private static MailAttachment Attachment(ReplyOrder order, DateTimeOffset capturedAt, byte[] jpeg) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{order.Camera.CameraId}-{capturedAt.UtcDateTime:yyyyMMdd-HHmmss}.jpg"),
            "image/jpeg",
            order.Wish.Kind == WishKind.Rotated ? TurnedJpeg.By90(jpeg) : jpeg
        );

    private static Verdict VerdictOf(ReplyFacts facts) =>
        facts.NoPicture is not null ? Verdicts.NoPicture
        : facts.Wish == WishKind.Status ? Verdicts.Status
        : facts.Wish == WishKind.Clip ? Verdicts.Clip
        : Verdicts.Photo;
}
