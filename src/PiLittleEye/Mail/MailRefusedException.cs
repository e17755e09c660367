namespace PiLittleEye.Mail;

/// <summary>It will not work until a person changes something: a wrong password, a wrong certificate, a mail the server does not want. Do not try again; tell the owner.</summary>
internal sealed class MailRefusedException(string code, string message, Exception? inner = null) : MailException(code, message, inner);
