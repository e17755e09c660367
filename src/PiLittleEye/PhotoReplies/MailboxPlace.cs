using System.Security.Cryptography;
using System.Text;
using PiLittleEye.Mail.Account;

namespace PiLittleEye.PhotoReplies;

/// <summary>Which mailbox something is remembered of. A hash, because server and user are nobody's business who reads the database.</summary>
internal static class MailboxPlace
{
    public static byte[] Of(MailAccount account) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Incoming}\n{account.Login.User}\n{account.Folder}"));
}
