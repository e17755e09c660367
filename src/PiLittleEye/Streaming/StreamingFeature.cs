using PiLittleEye.Frames;
using PiLittleEye.Settings;

namespace PiLittleEye.Streaming;

internal static class StreamingFeature
{
    public static IHostApplicationBuilder AddStreaming(this IHostApplicationBuilder builder)
    {
        builder.AddSection(StreamingOptions.Section, StreamingOptions.Read);
        builder.Services.AddSingleton<Viewers>();
        builder.Services.AddSingleton<GoodbyeCard>();
        builder.Services.AddSingleton<MjpegStream>();
        builder.Services.AddSingleton<StreamTrail>();
        builder.Services.AddSingleton<PhotoDesk>();
        builder.Services.AddHostedService<ViewersWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, StreamingJson.Default));
        return builder;
    }

    /// <summary>Before routing: takes the URLs of other streamers to ours.</summary>
    public static IApplicationBuilder UseFamiliarPaths(this IApplicationBuilder app)
    {
        var hubs = app.ApplicationServices.GetRequiredService<FrameHubs>();
        return app.Use(
            (context, next) =>
            {
                if (FamiliarPaths.Translate(context.Request.Path.Value ?? "/", context.Request.Query, hubs) is { } ours)
                {
                    context.Request.Path = ours;
                }

                return next(context);
            }
        );
    }

    public static IEndpointRouteBuilder MapStreaming(this IEndpointRouteBuilder routes)
    {
        routes.MapStreamingEndpoints();
        routes.MapViewers();
        return routes;
    }
}
