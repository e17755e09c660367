namespace PiLittleEye.Mail.Smtp;

/// <summary>To what a server answers; the same number means another thing at another place.</summary>
internal enum SmtpStage
{
    Greeting,
    Hello,
    StartTls,
    Login,
    Sender,
    Recipient,
    Content,
}
