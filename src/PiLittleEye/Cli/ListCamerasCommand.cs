using System.Globalization;
using PiLittleEye.Cameras;

namespace PiLittleEye.Cli;

/// <summary><c>list-cameras</c>: every device that is found, what it offers, and for each kind without one the reason.</summary>
internal static class ListCamerasCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            var found = 0;
            foreach (var kind in app.Services.GetRequiredService<CameraSourceFactory>().Survey())
            {
                await Console.Out.WriteLineAsync($"{kind.Source}:");
                if (kind.Obstacle?.Reason is { } reason)
                {
                    await Console.Out.WriteLineAsync($"  none ({reason.Code}): {reason.Explanation} {reason.Remedy}");
                }

                foreach (var device in kind.Devices)
                {
                    found++;
                    await Console.Out.WriteLineAsync($"  {device.Device}  {device.Model}");
                    foreach (var size in device.Sizes)
                    {
                        await Console.Out.WriteLineAsync(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"    {size.Size, -10} up to {size.FastestFramesPerSecond:0.##} fps"
                            )
                        );
                    }
                }
            }

            return found > 0 ? 0 : 1;
        });
}
