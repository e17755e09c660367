using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>
/// Encrypts the secrets of second factors, so that a copy of the database alone makes no codes. AES-GCM with a key in a file that only
/// the service's user can read, made when the first one is needed: data protection would cost every start a ring of keys.
/// </summary>
internal sealed class SecondFactorKey(IOptions<StorageOptions> storage)
{
    public const string FileName = "second-factor.key";

    private const int KeyBytes = 32;
    private static readonly int s_nonce = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int s_tag = AesGcm.TagByteSizes.MaxSize;

    private readonly string _path = storage.Value.PathOf(FileName);

    public byte[] Seal(long accountId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[s_nonce + s_tag + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, s_nonce));
        using var cipher = new AesGcm(LoadOrMake(), s_tag);
        cipher.Encrypt(box.AsSpan(0, s_nonce), secret, box.AsSpan(s_nonce + s_tag), box.AsSpan(s_nonce, s_tag), OwnerOf(accountId));
        return box;
    }

    /// <returns>Null when the key is another one now, or the box was moved from another account.</returns>
    public byte[]? Open(long accountId, ReadOnlySpan<byte> box)
    {
        if (!File.Exists(_path) || box.Length < s_nonce + s_tag)
        {
            return null;
        }

        var secret = new byte[box.Length - s_nonce - s_tag];
        try
        {
            using var cipher = new AesGcm(LoadOrMake(), s_tag);
            cipher.Decrypt(box[..s_nonce], box[(s_nonce + s_tag)..], box.Slice(s_nonce, s_tag), secret, OwnerOf(accountId));
            return secret;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] LoadOrMake()
    {
        if (File.Exists(_path) && File.ReadAllBytes(_path) is { Length: KeyBytes } kept)
        {
            return kept;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        StateFile.Replace(_path, key);
        return key;
    }

    private static byte[] OwnerOf(long accountId)
    {
        var owner = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(owner, accountId);
        return owner;
    }
}
