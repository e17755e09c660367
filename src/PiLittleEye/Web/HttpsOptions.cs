using System.Net;
using PiLittleEye.Settings;

namespace PiLittleEye.Web;

/// <summary>Where the service listens. Plain HTTP is told so and nothing else.</summary>
internal sealed class HttpsOptions
{
    public const string Section = "Https";

    /// <summary>As PLE. Zero is any free port.</summary>
    public int Port { get; init; } = 5220;

    /// <summary>One address to listen on. <c>::</c> means all, IPv4 included.</summary>
    public string Address { get; init; } = "::";

    public static HttpsOptions Read(SettingsSection section)
    {
        var fallback = new HttpsOptions();
        var options = new HttpsOptions
        {
            Port = section.Integer(nameof(Port), fallback.Port, 0, 65535),
            Address = section.Text(nameof(Address), fallback.Address),
        };
        if (!IPAddress.TryParse(options.Address, out _))
        {
            section.Complain(nameof(Address), options.Address, "use an address of this machine, as 192.168.1.20, or :: for all");
            return fallback;
        }

        return options;
    }
}
