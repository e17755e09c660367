using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PiLittleEye.Accounts;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator makes them: SHA-1, six digits, thirty seconds. Pure.</summary>
internal static class Totp
{
    /// <summary>160 bits: as long as the hash, what RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    public const int Digits = 6;

    private const int SecondsOfStep = 30;

    // One step to both sides, as RFC 6238 recommends: a phone's clock is a little off, and typing takes a while.
    private const int Drift = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / SecondsOfStep;

    public static string CodeOf(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What the RFC and all authenticators use; HMAC does not need the hash to be free of collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % (uint)Math.Pow(10, digits)).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    /// <param name="secret">Shared with the authenticator.</param>
    /// <param name="code">As it was typed; blanks in it do not matter.</param>
    /// <param name="now">The moment of typing.</param>
    /// <param name="lastStep">The last one whose code was taken; that and those before it are used up.</param>
    /// <returns>The step of the code; null when it is wrong.</returns>
    public static long? Verify(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep) =>
        Find(secret, code, StepAt(now) - Drift, StepAt(now) + Drift, lastStep);

    /// <param name="secret">Shared with the authenticator.</param>
    /// <param name="code">As it was typed; blanks in it do not matter.</param>
    /// <param name="first">The first step that is looked at.</param>
    /// <param name="last">The last one; minutes after the first, not days.</param>
    /// <param name="lastStep">That and those before it do not count.</param>
    /// <returns>The first step with this code; null when there is none.</returns>
    public static long? Find(ReadOnlySpan<byte> secret, string code, long first, long last, long lastStep = 0)
    {
        var typed = string.Concat(code.Where(sign => !char.IsWhiteSpace(sign)));
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        long? found = null;
        for (var step = first; step <= last; step++)
        {
            // All of them, so that the time taken does not tell which one was near.
            if (CryptographicOperations.FixedTimeEquals(Ascii(CodeOf(secret, step)), Ascii(typed)) && step > lastStep)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>As authenticators take it (RFC 4648, without padding).</summary>
    public static string Text(ReadOnlySpan<byte> secret)
    {
        var text = new char[(secret.Length * 8 + 4) / 5];
        for (var index = 0; index < text.Length; index++)
        {
            var bit = index * 5;
            var pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text[index] = Base32[(pair >> (11 - bit % 8)) & 31];
        }

        return new string(text);
    }

    /// <summary>What the QR code says.</summary>
    public static string Uri(string account, ReadOnlySpan<byte> secret)
    {
        const string issuer = "Pi%20Little%20Eye";
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(account)}?secret={Text(secret)}&issuer={issuer}&algorithm=SHA1&digits={Digits}&period={SecondsOfStep}";
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
