namespace PiLittleEye.Native.Libc;

/// <summary>Sends signals to children of ours.</summary>
internal static class Signals
{
    /// <summary>Asks a process to end in good order, as a person would with Ctrl+C: camera programs catch that and let go of the sensor.</summary>
    public static void AskToEnd(int processId) => _ = LibcFunctions.kill(processId, LibcFunctions.SIGINT);
}
