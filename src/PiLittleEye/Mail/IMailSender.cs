namespace PiLittleEye.Mail;

/// <summary>Hands mails over to a submission server.</summary>
internal interface IMailSender
{
    /// <param name="from">Envelope sender: a bare address.</param>
    /// <param name="to">Envelope recipient: a bare address.</param>
    /// <param name="message">Header and body as they go over the wire (RFC 5322), lines ended by CR LF.</param>
    /// <param name="cancellationToken">Ends the try; whether the server took the mail is then unknown.</param>
    /// <returns>What the server said when it took the mail, such as SES's own id of it.</returns>
    /// <exception cref="MailUnavailableException">Not now: 4xx, no connection, a connection that broke. The mail may have been taken, and is sent again with the same Message-ID.</exception>
    /// <exception cref="MailRefusedException">Never like this: 5xx, a wrong password, a wrong certificate.</exception>
    Task<string> SendAsync(string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
