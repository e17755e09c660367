using System.Net;
using PiLittleEye.Rights;

namespace PiLittleEye.AccessLists;

/// <summary>Whoever asks from a network that may watch, and gives no name.</summary>
internal sealed class HomeNetworkCallers(AccessGate gate, HitCounts hits) : ICallerSource
{
    private static readonly Grants s_watching = Grants.OnEveryCamera(Right.Watch | Right.Photo);

    public CallerKind Kind => CallerKind.HomeNetwork;

    public Caller? Find(IPAddress? address)
    {
        if (address is null || gate.InForce.HomeNetworks.Find(address) is not { } network)
        {
            return null;
        }

        hits.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.HomeNetworks, network));
        return new Caller(CallerKind.HomeNetwork, address.ToString(), "Home network", s_watching) { Address = address };
    }

    public Caller? Refresh(Caller caller) => caller.Address is { } from && gate.InForce.HomeNetworks.Find(from) is not null ? caller : null;
}
