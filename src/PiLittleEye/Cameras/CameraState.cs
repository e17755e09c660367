namespace PiLittleEye.Cameras;

internal enum CameraState
{
    /// <summary>Off, because nobody looks.</summary>
    Idle,

    /// <summary>Being started; the first frame is to come.</summary>
    Starting,

    /// <summary>Frames arrive.</summary>
    Live,

    /// <summary>Does not deliver; see the reason. Tried again as long as somebody looks.</summary>
    Unavailable,
}
