namespace PiLittleEye.Mail;

/// <param name="Name">As it was sent; compare without case.</param>
/// <param name="Value">Unfolded, trimmed, not decoded; octets above 127 are taken as Latin-1.</param>
internal readonly record struct MailHeader(string Name, string Value);
