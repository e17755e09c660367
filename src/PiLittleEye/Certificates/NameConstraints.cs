using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>For which names and addresses an authority may vouch; browsers refuse whatever else it signs (RFC 5280, 4.2.1.10).</summary>
/// <param name="Hosts">These and every name below them.</param>
internal sealed record NameConstraints(IReadOnlyList<string> Hosts, IReadOnlyList<IPNetwork> Ranges)
{
    private const string Id = "2.5.29.30";

    private static readonly Asn1Tag s_permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag s_host = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag s_range = new(TagClass.ContextSpecific, 7);

    /// <summary>For an authority of this machine: its own names and the private ranges.</summary>
    public static NameConstraints For(MachineNames names) => new([.. names.Hosts.Where(IsOwnAlone)], PrivateRanges.All);

    /// <returns>Null when the certificate has none, or none like those made here.</returns>
    public static NameConstraints? Of(X509Certificate2 authority)
    {
        try
        {
            return authority.Extensions.FirstOrDefault(candidate => candidate.Oid?.Value == Id) is { } found ? Read(found.RawData) : null;
        }
        catch (Exception strange) when (strange is AsnContentException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Critical: a browser that does not understand it must not trust the authority at all.</summary>
    public X509Extension ToExtension()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(s_permitted))
        {
            foreach (var host in Hosts)
            {
                using var subtree = writer.PushSequence();
                writer.WriteCharacterString(UniversalTagNumber.IA5String, host, s_host);
            }

            foreach (var range in Ranges)
            {
                using var subtree = writer.PushSequence();
                writer.WriteOctetString([.. range.BaseAddress.GetAddressBytes(), .. Mask(range)], s_range);
            }
        }

        return new X509Extension(Id, writer.Encode(), critical: true);
    }

    public bool Allow(string host) =>
        Hosts.Any(own =>
            string.Equals(host, own, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)
        );

    public bool Allow(IPAddress address) => Ranges.Any(range => range.Contains(address));

    /// <summary>What of these may stand in a certificate that the authority signs; one name too many makes all of it void.</summary>
    public MachineNames Within(MachineNames names) =>
        new([.. names.Hosts.Where(Allow)], [.. names.Addresses.Where(Allow)], [.. names.Lasting.Where(Allow)]);

    // A constraint covers every name below its own, so "camera" would cover the whole public domain .camera. Public top-level domains are
    // of letters alone, or begin with xn-- (RFC 1123, 2.1); localhost belongs to nobody (RFC 6761).
    private static bool IsOwnAlone(string host) =>
        host.Contains('.', StringComparison.Ordinal)
        || string.Equals(host, "localhost", StringComparison.Ordinal)
        || (!host.All(char.IsAsciiLetter) && !host.StartsWith("xn--", StringComparison.Ordinal));

    private static NameConstraints Read(byte[] encoded)
    {
        var hosts = new List<string>();
        var ranges = new List<IPNetwork>();
        var permitted = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence().ReadSequence(s_permitted);
        while (permitted.HasData)
        {
            var subtree = permitted.ReadSequence();
            if (subtree.PeekTag().HasSameClassAndValue(s_host))
            {
                hosts.Add(subtree.ReadCharacterString(UniversalTagNumber.IA5String, s_host));
            }
            else
            {
                var both = subtree.ReadOctetString(s_range);
                var length = both.Skip(both.Length / 2).Sum(part => System.Numerics.BitOperations.PopCount(part));
                ranges.Add(new IPNetwork(new IPAddress(both.AsSpan(0, both.Length / 2)), length));
            }
        }

        return new NameConstraints(hosts, ranges);
    }

    private static byte[] Mask(IPNetwork range)
    {
        var mask = new byte[range.BaseAddress.GetAddressBytes().Length];
        for (var bit = 0; bit < range.PrefixLength; bit++)
        {
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return mask;
    }
}
