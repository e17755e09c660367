namespace PiLittleEye.Mail.Account;

/// <summary>What is known of a mail provider before its owner types anything.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As its customers call it.</param>
/// <param name="Incoming">Null for a server of one's own.</param>
/// <param name="Outgoing">Null for a server of one's own.</param>
/// <param name="AuthservId">
/// Who its receiving servers say they are in Authentication-Results (RFC 8601): that name; with a dot in front, one below it; <c>-</c> where they give none. Null where it is not known.
/// </param>
/// <param name="Authentications">What it takes, the usual one first.</param>
/// <param name="Help">How to get what is to be typed, in sentences.</param>
/// <param name="HelpUrl">The provider's own page about it.</param>
internal sealed record MailProvider(
    string Id,
    string Name,
    MailServer? Incoming,
    MailServer? Outgoing,
    string? AuthservId,
    IReadOnlyList<MailAuthentication> Authentications,
    IReadOnlyList<string> Help,
    string? HelpUrl
);
