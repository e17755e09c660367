using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>
/// The proof that whoever claims the camera stands at its console: shown there, in the journal and by a command, never over the network.
/// It lives in a file that only the service's user can read, until the first administrator exists.
/// </summary>
internal sealed class SetupCode(IOptions<StorageOptions> storage, AccountStore accounts)
{
    public const string FileName = "setup-code";

    // No 0, 1, I, L, O, U: nothing that is misread, and no words. 12 of 30 letters are 58 bits, guessed at five a minute.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 12;

    private readonly string _path = storage.Value.PathOf(FileName);
    private readonly Lock _gate = new();
    private volatile bool _isClaimed;
    private int _looks;

    /// <summary>Whether there is an account. Once there is one there is until a factory reset: the last administrator cannot be deleted.</summary>
    public bool IsClaimed => _isClaimed || LookNow();

    /// <summary>The command line may have removed all accounts while this service runs.</summary>
    public void LookAgain()
    {
        lock (_gate)
        {
            _looks++;
            _isClaimed = false;
        }
    }

    /// <summary>The code as it is shown, <c>XXXX-XXXX-XXXX</c>; made when there is none. Null once the camera is claimed.</summary>
    public string? Current()
    {
        if (IsClaimed)
        {
            File.Delete(_path);
            return null;
        }

        if (File.Exists(_path) && File.ReadAllText(_path).Trim() is { Length: Letters + 2 } kept)
        {
            return kept;
        }

        var fresh = RandomNumberGenerator.GetString(Alphabet, Letters);
        var shown = $"{fresh[..4]}-{fresh[4..8]}-{fresh[8..]}";
        StateFile.Replace(_path, shown);
        return shown;
    }

    /// <summary>Whether that is the code, however it was typed: lower case, without hyphens, with blanks.</summary>
    public bool Matches(string? typed)
    {
        var expected = Current();
        return expected is not null
            && typed is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(expected)), Encoding.UTF8.GetBytes(Plain(typed)));
    }

    private bool LookNow()
    {
        var look = Volatile.Read(ref _looks);
        var isClaimed = !accounts.IsEmpty();
        lock (_gate)
        {
            // What was seen before the accounts were removed must not be remembered after it.
            _isClaimed = isClaimed && look == _looks;
        }

        return isClaimed;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
