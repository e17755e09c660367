namespace PiLittleEye.Cameras;

/// <summary>Why a capture session ended without a fault.</summary>
internal enum SessionEnd
{
    /// <summary>Nobody has looked for a while.</summary>
    NobodyLooks,

    /// <summary>The owner chose another size or rate; the device must be opened anew.</summary>
    OtherMode,

    /// <summary>The service stops.</summary>
    Stopping,
}
