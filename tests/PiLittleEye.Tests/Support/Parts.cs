using PiLittleEye.Mail;

namespace PiLittleEye.Tests.Support;

/// <summary>Structures of mails.</summary>
internal static class Parts
{
    public static MailPart Text(string number) =>
        new()
        {
            Number = number,
            MediaType = "text/plain",
            Size = 100,
        };

    public static MailPart Html(string number) =>
        new()
        {
            Number = number,
            MediaType = "text/html",
            Size = 100,
        };

    public static MailPart Picture(string number) =>
        new()
        {
            Number = number,
            MediaType = "image/jpeg",
            Disposition = "inline",
            Size = 50_000,
        };

    public static MailPart Multi(string kind, string number, params MailPart[] parts) =>
        new()
        {
            Number = number,
            MediaType = $"multipart/{kind}",
            Parts = parts,
        };
}
