using System.Runtime.CompilerServices;
using PiLittleEye.Hosting;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Hosting;

public sealed class HeapSweepTests
{
    private byte[][] _inUse = [];

    [Fact]
    public void What_visitors_left_is_gone_after_the_next_look()
    {
        using var sweep = new HeapSweep(new SteppingClock());
        // Again when a collection of somebody else's came in between: it makes what is in use still older, and the look has nothing to do.
        var isGone = false;
        for (var attempt = 0; attempt < 10 && !isGone; attempt++)
        {
            // Takes note of collections that happened before.
            sweep.Look();
            var garbage = Leave();
            // In use at that moment, and a generation older since.
            GC.Collect(0);
            Forget();

            sweep.Look();
            isGone = !garbage.IsAlive;
        }

        Assert.True(isGone);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Leave()
    {
        // Small ones, as requests are made of: large ones are collected otherwise.
        _inUse = [.. Enumerable.Range(0, 2000).Select(_ => new byte[1000])];
        return new WeakReference(_inUse[^1]);
    }

    private void Forget() => _inUse = [];
}
