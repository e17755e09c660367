using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Accounts;

/// <summary>Checks and hashes passwords (PBKDF2 with HMAC-SHA-512; version, cost and salt stand inside the hash).</summary>
internal sealed class Passwords
{
    /// <summary>By then all that wait now have been answered.</summary>
    public const int RushSeconds = 10;

    // OWASP's Password Storage Cheat Sheet asks for 210,000 rounds of PBKDF2-HMAC-SHA512.
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // Each takes some milliseconds; starting one costs a thousandth of that.
    private const int Steps = 21;

    private const int SaltLength = 16;
    private const int KeyLength = 32;

    private readonly HashingTurns _turns = new();
    private readonly byte[] _saltOfNobody = RandomNumberGenerator.GetBytes(SaltLength);

    // Compared against when nobody has the name, so that the time taken does not tell.
    private readonly Account _nobody = new(0, string.Empty, AccountRole.Viewer, HashOfNothing());

    // Normalised: keyboards and systems spell the same letter in several ways.
    public string Hash(string password) => _hasher.HashPassword(null!, UnicodeForm.Compatible(password));

    /// <returns>Null when too many wait already; nothing was done then.</returns>
    public Task<string?> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync<string?>(() => Hash(password), cancellationToken);

    /// <summary>For somebody who comes from where this person signed in before, or is signed in.</summary>
    /// <param name="account">Null when nobody has the name that was typed; takes as long as for somebody.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="cancellationToken">When nobody waits for the answer any more.</param>
    /// <returns>Null when too many wait already; nothing was checked then.</returns>
    public Task<PasswordVerificationResult?> VerifyAsync(Account? account, string password, CancellationToken cancellationToken) =>
        InTurnAsync<PasswordVerificationResult?>(() => Verify(account, password), cancellationToken);

    /// <param name="account">Whom the right password would let in; null when it lets in nobody, which takes as long.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="failures">Of that name and from that address until now; the fewer, the sooner.</param>
    /// <param name="cancellationToken">When nobody waits for the answer any more.</param>
    public async Task<PasswordCheck> VerifyStrangerAsync(
        Account? account,
        string password,
        Func<int> failures,
        CancellationToken cancellationToken
    )
    {
        var turn = _turns.Join(account is not null, failures);
        await using var left = cancellationToken.UnsafeRegister(_ => _turns.Leave(turn, cancellationToken), state: null);
        var verdict = PasswordVerificationResult.Failed;
        if (await turn.WhenBegunAsync())
        {
            verdict = account is null ? await PassTimeAsync(turn, password) : await InTurnAsync(turn, () => Verify(account, password));
        }

        if (verdict != PasswordVerificationResult.Failed)
        {
            _turns.Leave(turn, cancellationToken);
            return new PasswordCheck(verdict, IsTold: true);
        }

        await turn.WhenAnsweredAsync();
        return new PasswordCheck(verdict, turn.HasPlace);
    }

    private PasswordVerificationResult Verify(Account? account, string password)
    {
        var candidate = account ?? _nobody;
        var result = _hasher.VerifyHashedPassword(candidate, candidate.PasswordHash, UnicodeForm.Compatible(password));
        return account is null ? PasswordVerificationResult.Failed : result;
    }

    private async Task<T?> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        var turn = _turns.JoinKnown();
        await using var left = cancellationToken.UnsafeRegister(_ => _turns.Leave(turn, cancellationToken), state: null);
        return await turn.WhenBegunAsync() ? await InTurnAsync(turn, work) : default;
    }

    // As long as a check takes, in steps, so that whoever may come in need not wait for the end of it. On one thread while nobody does.
    private async Task<PasswordVerificationResult> PassTimeAsync(HashingTurn turn, string password)
    {
        try
        {
            var left = Steps;
            while (left > 0)
            {
                await turn.WhenResumedAsync();
                left = await Task.Run(() => PassTime(turn, password, left), CancellationToken.None);
            }

            return PasswordVerificationResult.Failed;
        }
        finally
        {
            _turns.Finish(turn);
        }
    }

    private int PassTime(HashingTurn turn, string password, int left)
    {
        var text = UnicodeForm.Compatible(password);
        do
        {
            _ = Rfc2898DeriveBytes.Pbkdf2(text, _saltOfNobody, Rounds / Steps, HashAlgorithmName.SHA512, KeyLength);
            left--;
        } while (left > 0 && !_turns.MustPause(turn));

        return left;
    }

    private async Task<T> InTurnAsync<T>(HashingTurn turn, Func<T> work)
    {
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _turns.Finish(turn);
        }
    }

    // As PasswordHasher writes it (version 3): format, pseudo-random function, rounds, length of the salt, salt, derived key. Made up,
    // not derived, because deriving takes as long as checking: the first unknown name would take twice as long as a known one.
    private static string HashOfNothing()
    {
        const int hmacSha512 = 2;
        var hash = new byte[13 + SaltLength + KeyLength];
        hash[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), hmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), Rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), SaltLength);
        RandomNumberGenerator.Fill(hash.AsSpan(13));
        return Convert.ToBase64String(hash);
    }
}
