namespace PiLittleEye.Mail;

/// <param name="FileName">ASCII, without folders.</param>
/// <param name="MediaType">As in <c>image/jpeg</c>.</param>
/// <param name="Content">The bytes themselves; encoded when written.</param>
internal sealed record MailAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content);
