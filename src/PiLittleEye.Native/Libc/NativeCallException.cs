using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Libc;

/// <summary>A call into C failed. Says which call, on what, and with which errno; the caller decides by <see cref="Errno"/>.</summary>
internal sealed class NativeCallException : IOException
{
    public NativeCallException(string call, string subject, int errno)
        : base($"{call} on {subject} failed: {Marshal.GetPInvokeErrorMessage(errno)} (errno {errno})")
    {
        Call = call;
        Subject = subject;
        Errno = errno;
    }

    public string Call { get; }

    public string Subject { get; }

    public int Errno { get; }

    public static NativeCallException FromLastError(string call, string subject) => new(call, subject, Marshal.GetLastPInvokeError());
}
