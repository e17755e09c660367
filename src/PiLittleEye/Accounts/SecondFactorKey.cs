using System.Buffers.Binary;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>Encrypts the secrets of second factors, so that a copy of the database alone makes no codes.</summary>
internal sealed class SecondFactorKey(IOptions<StorageOptions> storage)
{
    public const string FileName = "second-factor.key";

    private readonly SealingKey _key = new(storage.Value.PathOf(FileName));

    public byte[] Seal(long accountId, ReadOnlySpan<byte> secret) => _key.Seal(OwnerOf(accountId), secret);

    /// <returns>Null when the key is another one now, or the box was moved from another account.</returns>
    public byte[]? Open(long accountId, ReadOnlySpan<byte> box) => _key.Open(OwnerOf(accountId), box);

    private static byte[] OwnerOf(long accountId)
    {
        var owner = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(owner, accountId);
        return owner;
    }
}
