using System.Security.Cryptography;
using System.Text;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Something that is in one's pocket, beside the password that is in one's head: codes of an authenticator, and recovery codes.</summary>
internal sealed class SecondFactor(SecondFactorStore store, SecondFactorKey key, AccessChanges changes, TimeProvider clock)
{
    private const int RecoveryCodes = 10;

    // Five bits a sign, 80 in all: not to be guessed from its hash either. No 0, 1, l, o: nothing that is misread from paper.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int RecoverySigns = 16;

    /// <summary>Makes a secret for the authenticator. What is in force stays so until a code proves that this one has arrived.</summary>
    public SecondFactorOffer Offer(Account account)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        store.Offer(account.Id, key.Seal(account.Id, secret));
        var uri = Totp.Uri(account.Name, secret);
        return new SecondFactorOffer(Totp.Text(secret), uri, QrPicture.Of(uri));
    }

    /// <returns>The recovery codes, which are kept nowhere else; null when the code is wrong or nothing was offered.</returns>
    public IReadOnlyList<string>? TurnOn(long accountId, string? code)
    {
        if (
            store.Find(accountId) is not { Offered: { } offered }
            || key.Open(accountId, offered) is not { } secret
            || Totp.Verify(secret, code ?? string.Empty, clock.GetUtcNow(), lastStep: 0) is not { } step
        )
        {
            return null;
        }

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Alphabet, RecoverySigns)).ToList();
        store.TurnOn(accountId, step, codes.Select(HashOf));
        changes.Tell();
        return [.. codes.Select(Shown)];
    }

    /// <summary>Whether that is a code of this moment or a recovery code. It works once.</summary>
    public bool Check(long accountId, string code)
    {
        var row = store.Find(accountId);
        var secret = row?.Secret is { } box ? key.Open(accountId, box) : null;
        return secret is not null && Totp.Verify(secret, code, clock.GetUtcNow(), row!.LastStep) is { } step
            ? store.Use(accountId, step)
            : store.UseRecoveryCode(accountId, HashOf(code));
    }

    public void Remove(long accountId)
    {
        store.Remove(accountId);
        changes.Tell();
    }

    public IReadOnlyList<AccountRole> Required => store.Required();

    /// <summary>Who has one of these roles and no second factor may do nothing before setting one up.</summary>
    public void Require(IEnumerable<AccountRole> roles)
    {
        store.Require(roles);
        changes.Tell();
    }

    private static string Shown(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    private static byte[] HashOf(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));
}
