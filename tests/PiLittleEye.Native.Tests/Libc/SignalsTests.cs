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
        var start = new ProcessStartInfo("sleep");
        start.ArgumentList.Add("60");
        using var child = Process.Start(start)!;

        Signals.AskToEnd(child.Id);
        child.WaitForExit();
        Signals.AskToEnd(child.Id);

        Assert.Equal(EndedByRequest, child.ExitCode);
    }
}
