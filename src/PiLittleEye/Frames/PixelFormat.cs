namespace PiLittleEye.Frames;

/// <summary>How the bytes of a raw frame are laid out. Sources convert other layouts at the door.</summary>
internal enum PixelFormat
{
    /// <summary>Planar YUV 4:2:0, the common form.</summary>
    I420,

    /// <summary>A whole JPEG as the camera made it; decoded only when the picture must be turned or stamped.</summary>
    Mjpeg,
}
