using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Mail.OAuth;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Mail.Smtp;
using PiLittleEye.Mail.Trial;
using PiLittleEye.Settings;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail;

internal static class MailFeature
{
    public static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.AddSection(MailOptions.Section, MailOptions.Read);
        builder.Services.AddSingleton<MailConnector>();
        builder.Services.AddSingleton<MailboxFactory>(services =>
            account => new ImapMailbox(
                services.GetRequiredService<MailConnector>(),
                account.Incoming,
                account.Login,
                account.Folder,
                services.GetRequiredService<TimeProvider>()
            )
        );
        builder.Services.AddSingleton(services => new RuntimeSettings<MailAccountSettings>(
            services.GetRequiredService<RuntimeSettingsStore>(),
            MailAccountSettings.Key,
            MailAccountSettings.Default,
            () => MailAccountJson.Default.MailAccountSettings
        ));
        builder.Services.AddSingleton<SecretKeyFiles>().AddSingleton<MailSecrets>();
        builder.Services.AddSingleton<MailAccounts>().AddSingleton<MailAccountTrail>().AddSingleton<MailboxState>();
        builder.Services.AddSingleton<OAuthClient>().AddSingleton<MailTokens>().AddSingleton<DeviceSignIn>();
        builder.Services.AddSingleton<TrialWalk>().AddSingleton<MailTrial>();
        builder.Services.AddHostedService<MailAccountWatch>();
        builder.Services.AddSingleton<MailQueueStore>().AddSingleton<MailQueueTrail>().AddSingleton<SendingProgress>();
        builder.Services.AddSingleton<WakeSignal>().AddSingleton<MailQueue>();
        builder.Services.AddSingleton<IOutgoingAccounts>(services => new OutgoingAccounts(
            services.GetRequiredService<MailAccounts>(),
            account => new SmtpMailSender(services.GetRequiredService<MailConnector>(), account.Outgoing, account.Login)
        ));
        builder.Services.AddSingleton(_ => new MailRetryPolicy()).AddSingleton<QueuedSending>();
        builder.Services.AddHostedService<MailQueueWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, MailAccountJson.Default));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, OAuthJson.Default));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, TrialJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapMailAccount();
        routes.MapMailSignIn();
        routes.MapMailTrial();
        return routes;
    }
}
