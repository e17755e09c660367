using Microsoft.Extensions.Options;
using PiLittleEye.Frames;
using PiLittleEye.Health;
using PiLittleEye.Imaging;
using PiLittleEye.Settings;
using PiLittleEye.Storage;

namespace PiLittleEye.Cameras;

internal static class CamerasFeature
{
    public static IHostApplicationBuilder AddCameras(this IHostApplicationBuilder builder)
    {
        builder.AddSection(CamerasOptions.Section, CamerasOptions.Read);
        builder.Services.AddSingleton<CameraSourceFactory>();
        builder.Services.AddSingleton(MakeCameras);
        builder.Services.AddSingleton(MakeHubs);
        builder.Services.AddSingleton(MakeWorkers);
        builder.Services.AddHostedService<CamerasReport>();
        builder.Services.AddHostedService<CamerasWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CamerasJson.Default));
        return builder;
    }

    public static IEndpointRouteBuilder MapCameras(this IEndpointRouteBuilder routes)
    {
        routes.MapCameraEndpoints();
        return routes;
    }

    private static CameraList MakeCameras(IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var sources = services.GetRequiredService<CameraSourceFactory>();
        var store = services.GetRequiredService<RuntimeSettingsStore>();
        var options = services.GetRequiredService<IOptions<CamerasOptions>>().Value;
        return new CameraList([
            .. options.Cameras.Select(camera => new Camera(
                camera,
                sources.Create(camera.Source, camera.Device),
                new RuntimeSettings<CameraSettings>(
                    store,
                    $"camera:{camera.Id}",
                    CameraSettings.Default,
                    () => CamerasJson.Default.CameraSettings
                ),
                new FrameHub(camera.Id, clock) { Name = camera.Name },
                new JpegFramePool(),
                new CameraStatus(clock)
            )),
        ]);
    }

    private static FrameHubs MakeHubs(IServiceProvider services) =>
        new([.. services.GetRequiredService<CameraList>().InOrder.Select(camera => camera.Hub)]);

    private static IEnumerable<CameraWorker> MakeWorkers(IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var cards = services.GetRequiredService<CardRenderer>();
        var heartbeats = services.GetRequiredService<Heartbeats>();
        var logger = services.GetRequiredService<ILogger<CameraWorker>>();
        return
        [
            .. services
                .GetRequiredService<CameraList>()
                .InOrder.Select(camera => new CameraWorker(
                    camera,
                    new CameraCards(camera, cards),
                    heartbeats,
                    TimeZoneInfo.Local,
                    clock,
                    logger
                )),
        ];
    }
}
