using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using PiLittleEye.AccessLists;
using PiLittleEye.Settings;
using PiLittleEye.Streaming;

namespace PiLittleEye.Web;

internal static class WebFeature
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.AddSection(HttpsOptions.Section, HttpsOptions.Read);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, HttpsEndpoint>();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<StrangerWatch>();
        builder.Services.AddHostedService<Announcement>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>The way of every request, outermost first.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseStrangerWatch();
        app.UseProblemPages();
        app.UseAccessLists();
        app.UseSameOriginGuard();
        app.UseFamiliarPaths();
        app.UseStaticPage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseHomeNetworks();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapHealth();
        app.MapApiReference();
        // No fallback route: it would swallow "wrong method" and "wrong content type". What no route knows needs a session all the same
        // (the fallback policy), so a stranger does not learn which addresses exist.
        return app;
    }
}
