using PiLittleEye.Rights;
using PiLittleEye.Settings;
using PiLittleEye.Storage;

namespace PiLittleEye.AccessLists;

internal static class AccessListsFeature
{
    public static IHostApplicationBuilder AddAccessLists(this IHostApplicationBuilder builder)
    {
        builder.AddSection(AccessListsOptions.Section, AccessListsOptions.Read);
        builder.Services.AddSingleton(services => new RuntimeSettings<AccessListsSettings>(
            services.GetRequiredService<RuntimeSettingsStore>(),
            AccessListsSettings.Key,
            AccessListsSettings.Default,
            () => AccessListsJson.Default.AccessListsSettings
        ));
        builder.Services.AddSingleton<HitCounts>().AddSingleton<AccessListsTrail>();
        builder.Services.AddSingleton<AccessGate>();
        builder.Services.AddSingleton<IAddressRule>(services => services.GetRequiredService<AccessGate>());
        builder.Services.AddSingleton<HomeNetworkCallers>();
        builder.Services.AddSingleton<ICallerSource>(services => services.GetRequiredService<HomeNetworkCallers>());
        builder.Services.AddHostedService<AccessListsWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccessListsJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapAccessLists(this IEndpointRouteBuilder routes)
    {
        routes.MapAccessListsEndpoints();
        return routes;
    }

    /// <summary>Outermost of all that decides: who really asks, and whether anybody may from there.</summary>
    public static IApplicationBuilder UseAccessLists(this IApplicationBuilder app) => app.UseClientAddress().UseAddressGuard();
}
