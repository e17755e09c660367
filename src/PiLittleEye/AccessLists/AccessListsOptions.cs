using System.Net;
using PiLittleEye.Settings;

namespace PiLittleEye.AccessLists;

/// <summary>Whose word counts about where a request comes from.</summary>
internal sealed class AccessListsOptions
{
    public const string Section = "AccessLists";

    /// <summary>The header that most proxies set or can set.</summary>
    public const string DefaultHeader = "X-Forwarded-For";

    /// <summary>RFC 7239.</summary>
    public const string StandardHeader = "Forwarded";

    /// <summary>All that is read anywhere; a request with one of them was passed on by somebody.</summary>
    public static readonly string[] Headers = [DefaultHeader, StandardHeader, "X-Real-IP"];

    /// <summary>Addresses or networks of proxies in front. What others say about where a request comes from changes nothing.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The one header that these proxies set themselves. One only: the others they pass on as the client forged them.</summary>
    public string ProxyHeader { get; init; } = DefaultHeader;

    public static AccessListsOptions Read(SettingsSection section)
    {
        var options = new AccessListsOptions
        {
            TrustedProxies = section.Texts(nameof(TrustedProxies)),
            ProxyHeader = section.OneOf(nameof(ProxyHeader), DefaultHeader, Headers),
        };
        for (var i = 0; i < options.TrustedProxies.Count; i++)
        {
            if (AddressRangeText.Read(options.TrustedProxies[i], out var range) is not null || range?.Network is null)
            {
                section.Complain(
                    $"{nameof(TrustedProxies)}:{i}",
                    options.TrustedProxies[i],
                    "use the proxy's address, as 192.168.1.2, or its network, as 10.1.0.0/24"
                );
                return new AccessListsOptions();
            }
        }

        return options;
    }

    public IEnumerable<IPNetwork> Networks() => TrustedProxies.Select(text => AddressRange.Parse(text).Network!.Value);
}
