using System.Security.Cryptography;

namespace PiLittleEye.Storage;

/// <summary>
/// Encrypts secrets that the database keeps, so that a copy of it alone opens nothing. AES-GCM with a key in a file that only the service's
/// user can read, made when the first one is needed: data protection would cost every start a ring of keys.
/// </summary>
/// <param name="path">Of the key's file.</param>
internal sealed class SealingKey(string path)
{
    private const int KeyBytes = 32;
    private static readonly int s_nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int s_tag = AesGcm.TagByteSizes.MaxSize;

    /// <param name="owner">Whose it is: opened for anybody else, it is none.</param>
    /// <param name="secret">In the clear.</param>
    public byte[] Seal(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> secret)
    {
        var box = new byte[s_nonce + s_tag + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, s_nonce));
        using var cipher = new AesGcm(LoadOrMake(), s_tag);
        cipher.Encrypt(box.AsSpan(0, s_nonce), secret, box.AsSpan(s_nonce + s_tag), box.AsSpan(s_nonce, s_tag), owner);
        return box;
    }

    /// <returns>Null when the key is another one now, or the box was moved from another owner.</returns>
    public byte[]? Open(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> box)
    {
        if (!File.Exists(path) || box.Length < s_nonce + s_tag)
        {
            return null;
        }

        var secret = new byte[box.Length - s_nonce - s_tag];
        try
        {
            using var cipher = new AesGcm(LoadOrMake(), s_tag);
            cipher.Decrypt(box[..s_nonce], box[(s_nonce + s_tag)..], box.Slice(s_nonce, s_tag), secret, owner);
            return secret;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] LoadOrMake()
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: KeyBytes } kept)
        {
            return kept;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        StateFile.Replace(path, key);
        return key;
    }
}
