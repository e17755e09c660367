using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>Sizes to choose from on a camera whose processor scales to anything: its own modes and the usual ones below its full size.</summary>
internal static class OfferedSizes
{
    private static readonly Resolution[] s_usual = [new(1920, 1080), new(1280, 960), new(1280, 720), new(800, 600), new(640, 480)];

    /// <returns>Largest first, each with the rate of the fastest mode that is at least as large.</returns>
    public static IReadOnlyList<CaptureSize> Of(IReadOnlyList<RpicamMode> modes) =>
        [
            .. modes
                .Select(mode => mode.Size)
                .Concat(s_usual)
                .Where(size => size.IsUsable)
                .Distinct()
                .Select(size => new CaptureSize(size, FastestAt(modes, size)))
                .Where(offered => offered.FastestFramesPerSecond > 0)
                .OrderByDescending(offered => offered.Size.Pixels),
        ];

    private static double FastestAt(IReadOnlyList<RpicamMode> modes, Resolution size) =>
        modes
            .Where(mode => mode.Size.Width >= size.Width && mode.Size.Height >= size.Height)
            .Select(mode => mode.FramesPerSecond)
            .DefaultIfEmpty(0)
            .Max();
}
