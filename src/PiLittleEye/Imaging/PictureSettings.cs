namespace PiLittleEye.Imaging;

/// <summary>What happens to a frame between the sensor and the viewer. Immutable; a change is a new one and holds from the next frame on.</summary>
/// <param name="Quality">1 to 100, the scale of the Independent JPEG Group.</param>
internal sealed record PictureSettings(PictureTurn Turn, StampSettings Stamp, int Quality)
{
    /// <summary>Nothing to change: a JPEG from the camera may pass as it is.</summary>
    public bool ChangesNothing => Turn.IsNone && !Stamp.Enabled;
}
