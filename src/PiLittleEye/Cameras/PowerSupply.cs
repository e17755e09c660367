namespace PiLittleEye.Cameras;

/// <summary>Cameras fail first when a board has too little power; then the power is the reason to tell, not the camera.</summary>
internal static class PowerSupply
{
    /// <returns>The fault itself, or under-voltage in its place when the board reports that and the fault is one it explains.</returns>
    public static CameraUnavailableException Blame(CameraUnavailableException fault) =>
        IsExplainedByPower(fault.Fault) && Board.IsUnderVoltage
            ? new CameraUnavailableException(CameraFault.UnderVoltage, $"meanwhile the camera says {fault.Reason.Code}", fault)
            : fault;

    private static bool IsExplainedByPower(CameraFault fault) =>
        fault
            is CameraFault.NoFrames
                or CameraFault.Unplugged
                or CameraFault.ShortFrame
                or CameraFault.ProgramEnded
                or CameraFault.NoDevice;
}
