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
    private readonly Lazy<Account> _nobody;

    public Passwords() =>
        _nobody = new Lazy<Account>(() => new Account(0, string.Empty, AccountRole.Viewer, Hash(Guid.NewGuid().ToString())));

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
            var candidate = account ?? _nobody.Value;
            var result = await Task.Run(() => _hasher.VerifyHashedPassword(candidate, candidate.PasswordHash, password), cancellationToken);
            return account is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
