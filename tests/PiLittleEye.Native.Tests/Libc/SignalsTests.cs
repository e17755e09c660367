using System.Diagnostics;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Tests.Libc;

public sealed class SignalsTests
{
    // 128 and SIGINT.
    private const int EndedByRequest = 130;

    [Fact]
    public void A_child_that_is_asked_to_end_ends_and_asking_again_does_no_harm()
    {
        // A shell that starts the tests in the background has them ignore the signal, and their children with them.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "sleep", "60"]);
        using var child = Process.Start(start)!;

        Signals.AskToEnd(child.Id);
        child.WaitForExit();
        Signals.AskToEnd(child.Id);

        Assert.Equal(EndedByRequest, child.ExitCode);
    }
}
