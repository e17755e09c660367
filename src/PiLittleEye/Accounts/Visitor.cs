using System.Net;
using PiLittleEye.Audit;

namespace PiLittleEye.Accounts;

/// <summary>Where a request to come in comes from.</summary>
/// <param name="Address">Null when the connection has none.</param>
/// <param name="Device">For its owner to recognise.</param>
internal sealed record Visitor(IPAddress? Address, string Device)
{
    /// <summary>On the machine itself: the command line and tests.</summary>
    public static readonly Visitor Local = new(IPAddress.Loopback, string.Empty);

    public static Visitor Of(HttpContext context) =>
        new(context.Connection.RemoteIpAddress, DeviceName.Of(context.Request.Headers.UserAgent.ToString()));

    public string ShownAddress => AddressText.Of(Address) ?? string.Empty;
}
