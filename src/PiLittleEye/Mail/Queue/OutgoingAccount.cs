namespace PiLittleEye.Mail.Queue;

/// <param name="Address">A bare address; everything comes from it.</param>
/// <param name="MailsPerHour">No more than these.</param>
/// <param name="Sender">Logs in with it.</param>
internal sealed record OutgoingAccount(string Address, int MailsPerHour, IMailSender Sender);
