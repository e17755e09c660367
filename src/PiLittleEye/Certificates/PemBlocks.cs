using System.Security.Cryptography;

namespace PiLittleEye.Certificates;

/// <summary>The blocks of a PEM text in their order; what stands around and between them is passed over (RFC 7468, 2).</summary>
internal static class PemBlocks
{
    public static IEnumerable<(string Label, string Text, byte[] Bytes)> Of(string text)
    {
        var rest = 0;
        while (PemEncoding.TryFind(text.AsSpan(rest), out var found))
        {
            var label = text[rest..][found.Label];
            var block = text[rest..][found.Location];
            var bytes = Convert.FromBase64String(text[rest..][found.Base64Data]);
            rest += found.Location.End.Value;
            yield return (label, block, bytes);
        }
    }
}
