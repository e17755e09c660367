namespace PiLittleEye.Mail;

/// <summary>It may work later, with nothing changed: no network, a busy server, a connection that broke. Wait and try again.</summary>
internal sealed class MailUnavailableException(string code, string message, Exception? inner = null) : MailException(code, message, inner);
