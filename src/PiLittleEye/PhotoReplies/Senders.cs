using System.Security.Cryptography;
using PiLittleEye.Accounts;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.PhotoReplies;

/// <summary>Who may ask for photos by mail: added, given secrets, checked. For the API and the command line.</summary>
internal sealed class Senders(PhotoSenderStore store, SenderSecrets secrets, TimeProvider clock)
{
    // A family, a workshop and all their addresses.
    public const int Most = 50;

    public IReadOnlyList<PhotoSender> All => store.All();

    public PhotoSender? Find(long id) => store.Find(id);

    /// <param name="address">Of the new one.</param>
    /// <param name="accountId">Whose rights on cameras it has; null: all.</param>
    /// <param name="partner">Whose secret it shares; null: it gets its own.</param>
    /// <returns>The sender and its new secret, if it got one; or a null sender with whether there are too many, else the address is taken.</returns>
    public (PhotoSender? Sender, SharedSecret? Secret, bool IsFull) Add(MailAddress address, long? accountId, PhotoSender? partner)
    {
        var id =
            partner?.SecretId ?? RandomNumberGenerator.GetInt32(int.MaxValue) + ((long)RandomNumberGenerator.GetInt32(int.MaxValue) << 31);
        var secret = partner is null ? RandomNumberGenerator.GetBytes(Totp.SecretBytes) : null;
        var added = store.Add(address.ToString(), accountId, id, secret is null ? null : secrets.Seal(id, secret), Most);
        return added == true
            ? (store.FindByAddress(address.ToString()), secret is null ? null : Shown(address.ToString(), secret), false)
            : (null, null, added == false);
    }

    /// <summary>Another secret for it, and for whoever shares it; the former codes open nothing any more.</summary>
    public SharedSecret Renew(PhotoSender sender)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        store.SetSecret(sender.SecretId, secrets.Seal(sender.SecretId, secret));
        return Shown(sender.Address, secret);
    }

    /// <summary>Whether that is what the authenticator shows now. It works once, so that it does not open the mailbox as well.</summary>
    public bool Verify(PhotoSender sender, string? code) =>
        store.Secret(sender.SecretId) is var (box, lastStep)
        && secrets.Open(sender.SecretId, box) is { } secret
        && Totp.Verify(secret, code ?? string.Empty, clock.GetUtcNow(), lastStep) is { } step
        && store.Verify(sender.SecretId, step);

    public void SetAccount(PhotoSender sender, long? accountId) => store.SetAccount(sender.Id, accountId);

    public void Unlock(PhotoSender sender) => store.Unlock(sender.Id);

    public void Remove(PhotoSender sender) => store.Remove(sender.Id);

    private static SharedSecret Shown(string address, byte[] secret)
    {
        var uri = Totp.Uri(address, secret);
        return new SharedSecret(Totp.Text(secret), uri, QrPicture.Of(uri));
    }
}
