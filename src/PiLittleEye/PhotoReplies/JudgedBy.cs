using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>What mails are judged by, beside what stands in them.</summary>
/// <param name="Settings">The owner's.</param>
/// <param name="AuthservId">What the account's server calls itself.</param>
/// <param name="OwnAddress">The account's.</param>
/// <param name="Now">By the clock of this machine.</param>
/// <param name="IsClockSet">Whether the network sets it.</param>
internal sealed record JudgedBy(
    PhotoReplySettings Settings,
    string AuthservId,
    MailAddress? OwnAddress,
    DateTimeOffset Now,
    bool IsClockSet
);
