using System.Globalization;
using PiLittleEye.Cameras;
using PiLittleEye.Certificates;
using PiLittleEye.Imaging;
using PiLittleEye.Storage;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>
/// The appliance as the product's own program composes it, but for the camera: in its place the same JPEG is published again and again.
/// What is left is the way from the hub to the viewers.
/// </summary>
internal static class FrameServer
{
    /// <summary>First argument of the process that is this server; then the JPEG's file, the rate, and settings as on the product's command line.</summary>
    public const string Verb = "serve-frames";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var (file, rate, settings) = (arguments[0], double.Parse(arguments[1], CultureInfo.InvariantCulture), arguments[2..]);
        var app = PiLittleEye.Program.Build(
            settings,
            services =>
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(CamerasWorker)));
                services.AddHostedService(provider => new FramePublisher(
                    provider.GetRequiredService<CameraList>().InOrder[0],
                    File.ReadAllBytes(file),
                    rate
                ));
            }
        );
        app.UseStorage().UseImaging().UseCertificates();
        await app.StartAsync();
        // Who started it asks how much was allocated so far, and closes the pipe at the end.
        while (await Console.In.ReadLineAsync() is not null)
        {
            await Console.Out.WriteLineAsync($"allocated {GC.GetTotalAllocatedBytes(precise: true)}");
        }

        await app.StopAsync();
        return 0;
    }
}
