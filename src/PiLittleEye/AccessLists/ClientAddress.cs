using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using PiLittleEye.Audit;
using IPNetwork = System.Net.IPNetwork;

namespace PiLittleEye.AccessLists;

/// <summary>
/// Makes <c>Connection.RemoteIpAddress</c> whoever really asks: in its plain spelling, and through trusted proxies the right-most address
/// that none of them has. Null when nobody knows: a proxy says something that is no address, or somebody at this machine passes requests on
/// who is not trusted. Nothing is opened by that.
/// </summary>
internal static class ClientAddress
{
    public static IApplicationBuilder UseClientAddress(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<AccessListsOptions>>().Value;
        var trail = app.ApplicationServices.GetRequiredService<AccessListsTrail>();
        var proxies = options.Networks().ToList();
        app.Use(
            (context, next) =>
            {
                Arrive(context, options, proxies);
                return next(context);
            }
        );
        // Without a known proxy the framework would believe everybody.
        if (proxies.Count > 0)
        {
            Believe(app, options, proxies);
        }

        // Last: the framework believes whoever has no address at all.
        return app.Use(
            (context, next) =>
            {
                Doubt(context, trail);
                return next(context);
            }
        );
    }

    private static void Believe(IApplicationBuilder app, AccessListsOptions options, List<IPNetwork> proxies)
    {
        var forwarding = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            ForwardedForHeaderName = HeaderRead(options),
            // As many hops as are trusted.
            ForwardLimit = null,
        };
        forwarding.KnownProxies.Clear();
        forwarding.KnownIPNetworks.Clear();
        proxies.ForEach(forwarding.KnownIPNetworks.Add);
        app.UseForwardedHeaders(forwarding);
        app.Use(
            (context, next) =>
            {
                Settle(context, HeaderRead(options), proxies);
                return next(context);
            }
        );
    }

    private static void Arrive(HttpContext context, AccessListsOptions options, List<IPNetwork> proxies)
    {
        var peer = AddressNumber.Plain(context.Connection.RemoteIpAddress);
        context.Connection.RemoteIpAddress = peer;
        var headers = context.Request.Headers;
        var isThroughProxy = peer is not null && IsAmong(proxies, peer);
        var isPassedOn = isThroughProxy ? headers.ContainsKey(options.ProxyHeader) : AccessListsOptions.Headers.Any(headers.ContainsKey);
        context.Features.Set(new Arrival(peer is not null && IPAddress.IsLoopback(peer), isThroughProxy, isPassedOn));
        if (isThroughProxy && options.ProxyHeader == AccessListsOptions.StandardHeader)
        {
            var header = headers[AccessListsOptions.StandardHeader];
            if (header.Count == 0)
            {
                headers.Remove(AccessListsOptions.DefaultHeader);
            }
            else
            {
                headers[AccessListsOptions.DefaultHeader] = ForwardedHeader.ToForwardedFor(header.ToString());
            }
        }
    }

    // Somebody at this machine or beside it passes requests on, and the owner has not said that it may be believed. Elsewhere it is what
    // scanners write to see whether it helps.
    private static void Doubt(HttpContext context, AccessListsTrail trail)
    {
        var peer = context.Connection.RemoteIpAddress;
        if (
            context.Features.Get<Arrival>() is not { IsThroughProxy: false, IsPassedOn: true } arrival
            || AddressClass.Of(peer) == AddressClass.Internet
        )
        {
            return;
        }

        trail.PassedOnBy(peer, AccessListsOptions.Headers.First(context.Request.Headers.ContainsKey));
        if (arrival.IsLocal)
        {
            // This machine's own address opens what the lists close, and would do so for everybody behind the proxy.
            context.Connection.RemoteIpAddress = null;
        }
    }

    // What the framework has understood it has taken out of the header.
    private static void Settle(HttpContext context, string header, List<IPNetwork> proxies)
    {
        if (context.Features.Get<Arrival>() is not { IsThroughProxy: true, IsPassedOn: true } arrival)
        {
            return;
        }

        var address = AddressNumber.Plain(context.Connection.RemoteIpAddress);
        var isUnread = address is not null && context.Request.Headers.ContainsKey(header) && IsAmong(proxies, address);
        // A proxy elsewhere cannot know who sits at this machine.
        var isPretended = address is not null && IPAddress.IsLoopback(address) && !arrival.IsLocal;
        context.Connection.RemoteIpAddress = isUnread || isPretended ? null : address;
    }

    private static string HeaderRead(AccessListsOptions options) =>
        options.ProxyHeader == AccessListsOptions.StandardHeader ? AccessListsOptions.DefaultHeader : options.ProxyHeader;

    private static bool IsAmong(List<IPNetwork> networks, IPAddress address) => networks.Exists(network => network.Contains(address));
}
