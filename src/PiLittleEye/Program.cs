using PiLittleEye.AccessLists;
using PiLittleEye.Accounts;
using PiLittleEye.Audit;
using PiLittleEye.Cameras;
using PiLittleEye.Certificates;
using PiLittleEye.Cli;
using PiLittleEye.Health;
using PiLittleEye.Hosting;
using PiLittleEye.Imaging;
using PiLittleEye.Keys;
using PiLittleEye.Mail;
using PiLittleEye.Native.Memory;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Rights;
using PiLittleEye.Settings;
using PiLittleEye.Storage;
using PiLittleEye.Streaming;
using PiLittleEye.Web;

namespace PiLittleEye;

/// <summary>Opens every door of the house; what stands behind each is its room's own affair.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        CommandLine.RunAsync(
            arguments,
            new CommandDoors(ServeAsync, settings => Build(settings, VerbLog.KeepOutOfTheAnswer), ProcessExit.GuardAsync)
        );

    /// <summary>The whole appliance, not yet prepared and not started.</summary>
    /// <param name="settings">As on the command line.</param>
    /// <param name="exchange">Puts other services in the place of some; for benchmarks that need no camera.</param>
    /// <exception cref="SettingsException">The settings have mistakes.</exception>
    public static WebApplication Build(IReadOnlyList<string> settings, Action<IServiceCollection>? exchange = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddHosting().AddHealth().AddSettings(settings);
        builder.AddStorage().AddRights().AddAudit().AddAccounts().AddKeys().AddCertificates().AddMail().AddImaging();
        builder.AddCameras().AddStreaming();
        builder.AddPhotoReplies();
        builder.AddAccessLists();
        builder.AddWeb();
        exchange?.Invoke(builder.Services);
        builder.CheckSettings();

        var app = builder.Build();
        app.UseWeb();
        app.MapAudit().MapAccounts().MapKeys().MapCertificates().MapMail().MapCameras().MapStreaming().MapPhotoReplies().MapAccessLists();
        app.MapWeb();
        return app;
    }

    private static Task<int> ServeAsync(IReadOnlyList<string> settings)
    {
        AllocatorHabits.GiveBackWhatIsFreed();
        return ProcessExit.RunAsync(() => Build(settings).UseStorage().UseImaging().UseCertificates());
    }
}
