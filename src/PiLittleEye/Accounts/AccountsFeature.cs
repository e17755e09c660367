using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

internal static class AccountsFeature
{
    public static IHostApplicationBuilder AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AccountStore>();
        builder.Services.AddSingleton<PasswordStore>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<ICallerSource, SessionCallers>();
        builder.Services.AddSingleton<ICredentialReader, SessionCredentials>();
        builder.Services.AddSingleton<AccountCallers>();
        builder.Services.AddSingleton<Passwords>();
        builder.Services.AddSingleton<SetupCode>();
        builder.Services.AddSingleton<AttemptThrottle>();
        builder.Services.AddSingleton<AttemptStore>();
        builder.Services.AddSingleton<FailedSignIns>();
        builder.Services.AddSingleton<KnownAddressStore>();
        builder.Services.AddHostedService<AttemptWorker>();
        builder.Services.AddSingleton<SecondFactorKey>();
        builder.Services.AddSingleton<SecondFactorStore>();
        builder.Services.AddSingleton<SecondFactor>();
        builder.Services.AddSingleton<SignInTrail>();
        builder.Services.AddSingleton<SignIn>();
        builder.Services.AddSingleton<OwnAccount>();
        builder.Services.AddSingleton<AccountDesk>();
        builder.Services.AddSingleton<AccountsTrail>();
        builder.Services.AddSingleton<AccessVersionStore>();
        builder.Services.AddHostedService<AccessWatch>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccountsJson.Default));
        // Only the core: the full set brings data protection, which would make and keep a key nobody uses yet.
        builder.Services.AddWebEncoders();
        builder.Services.AddTransient<SessionAuthenticationHandler>();
        builder.Services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = SessionAuthenticationHandler.SchemeName;
            authentication.AddScheme<SessionAuthenticationHandler>(SessionAuthenticationHandler.SchemeName, displayName: null);
        });
        // The framework would log each request without a session; refused sign-ins are logged by SignIn, with their meaning.
        builder.Logging.AddFilter(typeof(SessionAuthenticationHandler).FullName, LogLevel.Warning);
        return builder;
    }

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapSessions();
        routes.MapOwnAccount();
        routes.MapAccountList();
        routes.MapSecondFactor();
        return routes;
    }
}
