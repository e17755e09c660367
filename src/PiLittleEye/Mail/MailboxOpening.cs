namespace PiLittleEye.Mail;

/// <summary>What the server said of the folder when it was opened.</summary>
/// <param name="UidValidity">Another value than last time: all UIDs that were remembered are void.</param>
/// <param name="NextUid">The UID of the next mail to arrive; 0 when the server does not tell.</param>
/// <param name="CanPush">Whether it tells of new mails by itself (IDLE).</param>
internal readonly record struct MailboxOpening(uint UidValidity, uint NextUid, bool CanPush);
