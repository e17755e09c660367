namespace PiLittleEye.Native.Libc;

/// <summary>Sends signals to children of ours.</summary>
internal static class Signals
{
    /// <summary>Asks a process to end in good order. Gone already is as good.</summary>
    public static void AskToEnd(int processId) => _ = LibcFunctions.kill(processId, LibcFunctions.SIGTERM);
}
