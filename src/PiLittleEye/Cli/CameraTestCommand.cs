using PiLittleEye.Cameras;
using PiLittleEye.Imaging;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>camera-test</c>: opens the camera as the service would, takes a picture as the viewers would see it, and saves it.</summary>
internal static class CameraTestCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, string? cameraId, string file, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            app.UseImaging();
            var cameras = app.Services.GetRequiredService<CameraList>();
            var camera = cameras.InOrder[0];
            if (cameraId is not null && !cameras.TryGet(cameraId, out camera))
            {
                await Console.Error.WriteLineAsync(
                    $"There is no camera \"{cameraId}\". There are: {string.Join(", ", cameras.InOrder.Select(known => known.Id))}."
                );
                return 1;
            }

            try
            {
                var (mode, length) = Take(camera, file);
                await Console.Out.WriteLineAsync($"{camera.Source.Name} delivers {mode}. Saved {file}, {length} bytes.");
                return 0;
            }
            catch (CameraUnavailableException fault)
            {
                await Console.Error.WriteLineAsync(
                    $"{camera.Source.Name}: {fault.Reason.Explanation} {fault.Reason.Remedy} ({fault.Reason.Code})"
                );
                return 1;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file} cannot be written: {failure.Message} Name another place with --out.");
                return 1;
            }
        });

    private static (CaptureMode Mode, int Length) Take(Camera camera, string file)
    {
        var (mode, picture) = TestShot.Take(camera);
        try
        {
            File.WriteAllBytes(file, picture.Jpeg.Span);
            return (mode, picture.Length);
        }
        finally
        {
            picture.Release();
        }
    }
}
