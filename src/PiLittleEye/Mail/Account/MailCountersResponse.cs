namespace PiLittleEye.Mail.Account;

/// <summary>Mails since the service started.</summary>
/// <param name="Read">Looked at, of any kind.</param>
/// <param name="Answered">A reply was handed to the queue.</param>
/// <param name="Refused">From an approved sender, but not to be answered: a wrong code, a forged sender, too many.</param>
/// <param name="Ignored">Nothing of ours: strangers, lists, bounces.</param>
/// <param name="Sent">Taken by the submission server.</param>
internal sealed record MailCountersResponse(long Read, long Answered, long Refused, long Ignored, long Sent);
