namespace PiLittleEye.Cameras;

/// <summary>Why a camera delivers nothing. Each has a code, a meaning and one remedy in <see cref="CameraFaultTexts"/>.</summary>
internal enum CameraFault
{
    /// <summary>Nothing is connected, or not what the settings name.</summary>
    NoDevice,

    /// <summary>Another program has it.</summary>
    Busy,

    /// <summary>The service may not open it.</summary>
    NoPermission,

    /// <summary>The program or library that speaks to this kind of camera is not installed.</summary>
    StackMissing,

    /// <summary>It was there and has gone while capturing.</summary>
    Unplugged,

    /// <summary>It is there and silent: no frame for three seconds.</summary>
    NoFrames,

    /// <summary>A frame ended before its last byte.</summary>
    ShortFrame,

    /// <summary>Frames of another size than the device agreed to.</summary>
    WrongSize,

    /// <summary>None of its formats or sizes is one we can use.</summary>
    WrongMode,

    /// <summary>The child program that reads the camera ended by itself.</summary>
    ProgramEnded,

    /// <summary>The USB bus has no room left for its pictures.</summary>
    NoBandwidth,

    /// <summary>The board reports that its supply voltage is too low.</summary>
    UnderVoltage,
}
