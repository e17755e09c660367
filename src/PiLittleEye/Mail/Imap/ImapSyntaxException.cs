namespace PiLittleEye.Mail.Imap;

/// <summary>What the server sent is not IMAP. The only thing the readers of this folder throw at input.</summary>
internal sealed class ImapSyntaxException(string message) : Exception(message);
