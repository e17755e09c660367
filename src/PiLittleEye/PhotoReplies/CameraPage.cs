using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PiLittleEye.PhotoReplies;

/// <summary>Where the page is at home.</summary>
internal sealed class CameraPage(IServer server)
{
    /// <summary>By the name that the machine tells its network (RFC 6762); null before the service listens.</summary>
    public string? Url
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            return address is null
                ? null
                : $"https://{Environment.MachineName.ToLowerInvariant()}.local:{BindingAddress.Parse(address).Port}/";
        }
    }
}
