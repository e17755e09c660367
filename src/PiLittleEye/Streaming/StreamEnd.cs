namespace PiLittleEye.Streaming;

/// <summary>Why a stream ended, and so whose doing it was.</summary>
internal enum StreamEnd
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>The viewer closed it, or its network did.</summary>
    ViewerLeft,

    /// <summary>The viewer took nothing for too long.</summary>
    ViewerStalled,

    /// <summary>The session it was opened under has ended.</summary>
    SignedOut,

    /// <summary>An administrator ended it.</summary>
    SentAway,

    /// <summary>The service stops.</summary>
    Stopping,
}
