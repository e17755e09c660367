namespace PiLittleEye.Rights;

internal static class RightsFeature
{
    public static IHostApplicationBuilder AddRights(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccessChanges>().AddSingleton<Standing>().AddSingleton<Credentials>();
        builder.Services.AddAuthorizationBuilder().AddPolicies(TimeProvider.System);
        return builder;
    }
}
