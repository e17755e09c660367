using System.Buffers.Binary;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>Encrypts what authenticators of senders share with the camera.</summary>
internal sealed class SenderSecrets(IOptions<StorageOptions> storage)
{
    public const string FileName = "photo-replies.key";

    private readonly SealingKey _key = new(storage.Value.PathOf(FileName));

    public byte[] Seal(long secretId, ReadOnlySpan<byte> secret) => _key.Seal(OwnerOf(secretId), secret);

    /// <returns>Null when the key is another one now, or the box was moved from another row.</returns>
    public byte[]? Open(long secretId, ReadOnlySpan<byte> box) => _key.Open(OwnerOf(secretId), box);

    private static byte[] OwnerOf(long secretId)
    {
        var owner = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(owner, secretId);
        return owner;
    }
}
