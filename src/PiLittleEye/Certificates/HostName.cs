using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace PiLittleEye.Certificates;

/// <summary>A host name as certificates and browsers write it: lower case, and other alphabets in Punycode (RFC 5280, 7.2).</summary>
internal static class HostName
{
    private static readonly IdnMapping s_mapping = new();

    public static bool TryNormalise(string text, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (Uri.CheckHostName(text) is not (UriHostNameType.Dns or UriHostNameType.Basic) || IPAddress.TryParse(text, out _))
        {
            return false;
        }

        try
        {
            name = s_mapping.GetAscii(text.ToLowerInvariant());
            return true;
        }
        catch (ArgumentException)
        {
            // A label is empty or longer than 63 letters.
            return false;
        }
    }
}
