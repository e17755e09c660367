using PiLittleEye.Frames;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;

namespace PiLittleEye.PhotoReplies;

/// <summary>A request whose code is used up, and that is to be answered now.</summary>
/// <param name="Account">That sends it.</param>
/// <param name="Sender">Who gets it.</param>
/// <param name="Request">The mail.</param>
/// <param name="Mail">What the mail is remembered by.</param>
/// <param name="Cameras">Those the sender may see.</param>
/// <param name="Wish">What for.</param>
/// <param name="Subject">Behind <c>Re: </c>.</param>
internal sealed record ReplyOrder(
    MailAccount Account,
    PhotoSender Sender,
    ReceivedMail Request,
    byte[] Mail,
    IReadOnlyList<FrameHub> Cameras,
    PhotoWish Wish,
    string Subject
)
{
    public FrameHub Camera => Cameras.FirstOrDefault(camera => camera.CameraId == Wish.CameraId) ?? Cameras[0];
}
