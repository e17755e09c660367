using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

internal static class KeysFeature
{
    public static IHostApplicationBuilder AddKeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyStore>().AddSingleton<TicketStore>();
        builder.Services.AddSingleton<KeyRing>().AddSingleton<Tickets>();
        builder.Services.AddSingleton<KeyTrail>().AddSingleton<WrongKeys>();
        builder.Services.AddSingleton<ICallerSource>(services => services.GetRequiredService<KeyRing>());
        builder.Services.AddSingleton<ICallerSource>(services => services.GetRequiredService<Tickets>());
        builder.Services.AddSingleton<ICredentialReader, AddressCredentials>();
        builder.Services.AddSingleton<ICredentialReader, HeaderCredentials>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, KeysJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapKeyEndpoints();
        routes.MapTicketEndpoints();
        return routes;
    }
}
