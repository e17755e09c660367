using PiLittleEye.Mail.Account;

namespace PiLittleEye.Mail;

/// <summary>Makes the mailbox of an account; not connected yet.</summary>
internal delegate IMailbox MailboxFactory(MailAccount account);
