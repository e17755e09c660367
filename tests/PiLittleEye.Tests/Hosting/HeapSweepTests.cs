using System.Runtime.CompilerServices;
using PiLittleEye.Hosting;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Hosting;

public sealed class HeapSweepTests
{
    [Fact]
    public void What_visitors_left_is_gone_after_the_next_look()
    {
        using var sweep = new HeapSweep(new SteppingClock());
        // Takes note of collections that happened before.
        sweep.Look();
        var garbage = Leave();

        sweep.Look();

        Assert.False(garbage.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Leave()
    {
        // Small ones, as requests are made of: large ones are collected otherwise.
        var many = Enumerable.Range(0, 2000).Select(_ => new byte[1000]).ToArray();
        return new WeakReference(many[^1]);
    }
}
