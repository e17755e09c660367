using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Accounts;

/// <summary>Checks and hashes passwords (PBKDF2 with HMAC-SHA-512; version, cost and salt stand inside the hash).</summary>
internal sealed class Passwords : IDisposable
{
    public const int Shortest = 10;

    // Nobody types more; more would only be work for the hash.
    public const int Longest = 1024;

    // OWASP's Password Storage Cheat Sheet asks for 210,000 rounds of PBKDF2-HMAC-SHA512.
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // Hashing takes a tenth of a second here and half a second on a Pi 3: guesses must queue for one core, not take all of them.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    // Compared against when nobody has the name, so that the time taken does not tell.
    private readonly Account _nobody = new(0, string.Empty, AccountRole.Viewer, HashOfNothing());

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Hash(password), cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <param name="account">Null when nobody has the name that was typed; takes as long as for somebody.</param>
    public async Task<PasswordVerificationResult> VerifyAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var candidate = account ?? _nobody;
            var result = await Task.Run(() => _hasher.VerifyHashedPassword(candidate, candidate.PasswordHash, password), cancellationToken);
            return account is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    // As PasswordHasher writes it (version 3): format, pseudo-random function, rounds, length of the salt, salt, derived key. Made up,
    // not derived, because deriving takes as long as checking: the first unknown name would take twice as long as a known one.
    private static string HashOfNothing()
    {
        const int hmacSha512 = 2;
        const int saltLength = 16;
        var hash = new byte[13 + saltLength + 32];
        hash[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), hmacSha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), Rounds);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), saltLength);
        RandomNumberGenerator.Fill(hash.AsSpan(13));
        return Convert.ToBase64String(hash);
    }
}
