namespace PiLittleEye.Mail;

/// <param name="Host">As its certificate names it.</param>
/// <param name="Port">993 or 143 for the mailbox, 465 or 587 for sending.</param>
/// <param name="Encryption">How the way there is encrypted.</param>
internal sealed record MailServer(string Host, int Port, MailEncryption Encryption)
{
    public override string ToString() => $"{Host}:{Port}";
}
