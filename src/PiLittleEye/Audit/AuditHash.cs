using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PiLittleEye.Audit;

/// <summary>
/// Links each row to the one before. It shows what was changed in the middle; it cannot stop somebody who may write the whole file from
/// computing all hashes anew. Who needs more than that takes exports away and compares hashes.
/// </summary>
internal static class AuditHash
{
    public static byte[] Of(ReadOnlySpan<byte> previous, long id, DateTimeOffset at, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Add(hash, id.ToString(CultureInfo.InvariantCulture));
        Add(hash, MomentText.Of(at));
        Add(hash, entry.Kind);
        Add(hash, entry.Who);
        Add(hash, entry.From);
        Add(hash, entry.Camera);
        Add(hash, entry.Subject);
        Add(hash, entry.Succeeded ? "1" : "0");
        Add(hash, entry.IsAlert ? "1" : "0");
        Add(hash, entry.Text);
        return hash.GetHashAndReset();
    }

    // With its length before it: "ab" and "c" must not look like "a" and "bc". What is absent is not the same as what is empty.
    private static void Add(IncrementalHash hash, string? field)
    {
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
