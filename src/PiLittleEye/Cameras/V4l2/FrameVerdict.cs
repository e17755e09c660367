namespace PiLittleEye.Cameras.V4l2;

/// <summary>What one captured buffer turned out to be. Only whole frames are shown; the others are counted.</summary>
internal enum FrameVerdict
{
    Whole,

    /// <summary>The driver says that the picture is damaged.</summary>
    Damaged,

    /// <summary>It ends before its last byte.</summary>
    Short,

    /// <summary>It is a picture, of another size than agreed.</summary>
    WrongSize,
}
