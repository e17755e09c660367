using System.Globalization;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Cameras;

/// <summary>Publishes cards in place of pictures: the reason while the camera is unavailable, the age while it is silent.</summary>
internal sealed class CameraCards(Camera camera, CardRenderer renderer)
{
    /// <summary>Shows why there is no picture. Viewers see it at once, newcomers too.</summary>
    public void ShowUnavailable(NoPicture reason) =>
        Show(reason, $"{reason.Explanation}\n{reason.Remedy}\n{Lasting(camera.Status.Lasts)}", CardTone.Trouble);

    /// <summary>Shows that frames have stopped, and for how long, while the camera is given its chance to go on.</summary>
    public void ShowSilent(TimeSpan age)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"No picture for {Math.Max(1, Math.Floor(age.TotalSeconds)):0} s");
        var reason = CameraFaultTexts.Explain(CameraFault.NoFrames) with { Title = title };
        Show(reason, "The camera has stopped sending. What you saw before is not live.", CardTone.Notice);
    }

    private static string Lasting(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(2)
            ? "Trying again…"
            : string.Create(CultureInfo.InvariantCulture, $"Trying again, for {duration.TotalSeconds:0} s now.");

    private void Show(NoPicture reason, string explanation, CardTone tone)
    {
        var settings = camera.Settings.Current;
        var turn = settings.ToPicture(camera.Name, TimeZoneInfo.Utc).Turn;
        var size = turn.Apply((camera.Status.Mode ?? settings.Mode).Size);
        camera.Hub.Publish(renderer.Render(camera.Pool, size, reason, explanation, tone));
    }
}
