namespace PiLittleEye.Cameras.Libcamera;

/// <summary>
/// Which read-out of the sensor to ask for. Left alone, the program prefers the one nearest in size, which on most sensors is a crop
/// from the middle: at 720p an IMX219 would show a third of the print bed. Pure.
/// </summary>
internal static class RpicamModePolicy
{
    // A read-out that leaves out a few columns at the rim still shows all there is to see.
    private const double WholeFieldOfView = 0.95;

    // 14.99 is as good as 15.
    private const double EnoughOfTheRate = 0.99;

    /// <returns>The smallest read-out of the whole sensor that is large and fast enough; null to leave the choice to the program.</returns>
    public static RpicamMode? Choose(RpicamCamera camera, CaptureMode wanted) =>
        camera
            .Modes.Where(mode => mode.FieldOfView.Width >= camera.Sensor.Width * WholeFieldOfView)
            .Where(mode => mode.FieldOfView.Height >= camera.Sensor.Height * WholeFieldOfView)
            .Where(mode => mode.Size.Width >= wanted.Size.Width && mode.Size.Height >= wanted.Size.Height)
            .Where(mode => mode.FramesPerSecond >= wanted.FramesPerSecond * EnoughOfTheRate)
            .OrderBy(mode => mode.Size.Pixels)
            .ThenByDescending(mode => mode.Bits)
            .FirstOrDefault();
}
