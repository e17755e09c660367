using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PiLittleEye.Tests.Support;

/// <summary>An app on somebody's phone: RFC 6238 with six digits and thirty seconds, as all of them do it.</summary>
internal static class Authenticator
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="secret">As it is typed, in groups or not.</param>
    /// <param name="ahead">So many times thirty seconds later: the next code, where this one is used up.</param>
    public static string CodeOf(string secret, int ahead = 0)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + ahead);
#pragma warning disable CA5350 // What the apps do.
        var hash = HMACSHA1.HashData(Bytes(secret), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(
            secret
                .ToUpperInvariant()
                .Where(Letters.Contains)
                .Select(letter => Letters.IndexOf(letter, StringComparison.Ordinal).ToString("B5", CultureInfo.InvariantCulture))
        );
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
