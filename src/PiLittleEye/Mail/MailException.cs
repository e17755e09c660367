namespace PiLittleEye.Mail;

/// <summary>Something with a mail server went wrong. Which of the two kinds it is says what the caller can do.</summary>
/// <param name="code">Stable, in lower case with hyphens: host-unknown, unreachable, certificate-expired, login-refused …</param>
/// <param name="message">What happened, what it means, what to do; the server's own words in it are short and without line breaks.</param>
internal abstract class MailException(string code, string message, Exception? inner) : Exception(message, inner)
{
    public string Code { get; } = code;
}
