using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Libc;

/// <summary>Waits until a descriptor has something to read.</summary>
internal static unsafe class Readiness
{
    /// <returns>True when a read will not block (data, end of file or an error to be read); false when the time is over.</returns>
    /// <exception cref="NativeCallException">poll(2) failed for another reason than a signal.</exception>
    public static bool Wait(SafeHandle descriptor, TimeSpan timeout)
    {
        var request = new LibcFunctions.PollFd { Fd = (int)descriptor.DangerousGetHandle(), Events = LibcFunctions.POLLIN };
        var ready = LibcFunctions.poll(&request, 1, (int)Math.Clamp(Math.Ceiling(timeout.TotalMilliseconds), 0, int.MaxValue));
        if (ready < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            // A signal is no reason to give up; the caller's own deadline decides.
            return error == LibcFunctions.EINTR ? false : throw new NativeCallException("poll", "a descriptor", error);
        }

        return ready > 0;
    }
}
