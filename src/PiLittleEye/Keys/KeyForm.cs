using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PiLittleEye.Keys;

/// <summary>What keys, secrets and tickets look like. What looks otherwise is none, and is neither hashed nor looked up.</summary>
internal static class KeyForm
{
    public const int KeyLength = 16;

    /// <summary>Five bits a sign: 160 bits. Nobody guesses that, so the table needs no salt and no slow hash.</summary>
    public const int SecretLength = 32;

    // Signs that an address, a header and the name of Basic take as they are, and that nobody misreads: no 0, 1, l, o.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly SearchValues<char> s_alphabet = SearchValues.Create(Alphabet);

    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, KeyLength);

    /// <summary>For a key or a ticket.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, SecretLength);

    public static bool IsKey(string text) => text.Length == KeyLength && !text.AsSpan().ContainsAnyExcept(s_alphabet);

    public static bool IsSecret(string text) => text.Length == SecretLength && !text.AsSpan().ContainsAnyExcept(s_alphabet);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));
}
