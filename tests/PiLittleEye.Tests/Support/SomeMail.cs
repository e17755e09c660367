using PiLittleEye.Mail;

namespace PiLittleEye.Tests.Support;

/// <summary>Mails that a test needs and does not care about.</summary>
internal static class SomeMail
{
    public static readonly OutgoingMail Reply = new()
    {
        To = "owner@example.net",
        Subject = "Photo",
        Text = "A photo.\n",
        AutoSubmitted = "auto-replied",
        MessageId = "some-id@example.org",
        WrittenAt = new DateTimeOffset(2026, 11, 21, 15, 3, 59, TimeSpan.FromHours(1)),
    };

    /// <summary>What the service writes by itself.</summary>
    public static readonly OutgoingMail Alert = Reply with { AutoSubmitted = "auto-generated", Subject = "Somebody knocks" };
}
