using PiLittleEye.PhotoReplies.Import;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

internal static class PhotoRepliesFeature
{
    public static IHostApplicationBuilder AddPhotoReplies(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new RuntimeSettings<PhotoReplySettings>(
            services.GetRequiredService<RuntimeSettingsStore>(),
            PhotoReplySettings.Key,
            PhotoReplySettings.Default,
            () => PhotoRepliesJson.Default.PhotoReplySettings
        ));
        builder.Services.AddSingleton<PhotoSenderStore>().AddSingleton<PhotoReplyStore>();
        builder.Services.AddSingleton<DecisionStore>().AddSingleton<MailboxPlaceStore>();
        builder.Services.AddSingleton<SenderSecrets>().AddSingleton<Senders>().AddSingleton<SenderRights>().AddSingleton<SenderTrail>();
        builder.Services.AddSingleton<PhotoTaker>().AddSingleton<CameraPage>().AddSingleton<ReplyWriter>();
        builder.Services.AddSingleton(_ => new BoardTemperature()).AddSingleton(_ => new NetworkTime());
        builder.Services.AddSingleton<RequestDesk>().AddSingleton<PhotoReplyTrail>();
        builder.Services.AddSingleton<MailboxReader>().AddSingleton<MailboxFaults>();
        builder.Services.AddSingleton<ConfigImport>();
        builder.Services.AddHostedService<PhotoReplyWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PhotoRepliesJson.Default));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ImportJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapPhotoReplies(this IEndpointRouteBuilder routes)
    {
        routes.MapPhotoReplySettings();
        routes.MapSenders();
        routes.MapImport();
        return routes;
    }
}
