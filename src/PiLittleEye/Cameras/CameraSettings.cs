using System.Text.Json.Serialization;
using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Cameras;

/// <summary>What the owner chose for one camera in the browser. Kept in the database; a change holds from the next frame on.</summary>
/// <param name="Rotation">Degrees clockwise: 0, 90, 180 or 270.</param>
/// <param name="FlipHorizontal">Mirrors what the viewer sees, after the rotation.</param>
/// <param name="FlipVertical">Likewise, upside down.</param>
/// <param name="Width">As captured, before the rotation. The device takes the nearest it has.</param>
/// <param name="Height">As captured.</param>
/// <param name="FramesPerSecond">Frames above this rate are dropped before they cost anything.</param>
/// <param name="Quality">JPEG quality, 10 to 95.</param>
/// <param name="AlwaysOn">Keeps the camera running when nobody looks.</param>
internal sealed record CameraSettings(
    int Rotation,
    bool FlipHorizontal,
    bool FlipVertical,
    StampChoice Stamp,
    int Width,
    int Height,
    int FramesPerSecond,
    int Quality,
    bool AlwaysOn
)
{
    // 720p at 15 frames a second is a print seen well, and half of what a Pi 3's wired port carries for eight viewers.
    public static CameraSettings Default { get; } =
        new(
            Rotation: 0,
            FlipHorizontal: false,
            FlipVertical: false,
            StampChoice.Default,
            Width: 1280,
            Height: 720,
            FramesPerSecond: 15,
            Quality: 80,
            AlwaysOn: false
        );

    [JsonIgnore]
    public CaptureMode Mode => new(new Resolution(Width, Height), FramesPerSecond);

    /// <param name="cameraName">Shown in the stamp when that is wanted.</param>
    /// <param name="machineZone">Used where no zone is chosen.</param>
    public PictureSettings ToPicture(string cameraName, TimeZoneInfo machineZone)
    {
        var zone = Stamp.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var chosen) ? chosen : machineZone;
        var stamp = new StampSettings(Stamp.Enabled, Stamp.Corner, Stamp.Size, Stamp.Format, zone, Stamp.ShowName ? cameraName : null);
        return new PictureSettings(new PictureTurn((Frames.Rotation)Rotation, FlipHorizontal, FlipVertical), stamp, Quality);
    }
}
