using System.Globalization;
using System.Runtime.InteropServices;
using PiLittleEye.Native.Memory;

namespace PiLittleEye.Native.Tests.Memory;

public sealed class AllocatorHabitsTests
{
    private const int Block = 96 * 1024;
    private const int Blocks = 600;

    [Fact]
    public void What_was_freed_between_blocks_that_are_still_used_is_no_longer_the_process_own()
    {
        AllocatorHabits.GiveBackWhatIsFreed();
        var content = new byte[Block];
        var blocks = new nint[Blocks];
        for (var i = 0; i < Blocks; i++)
        {
            // That is malloc(3).
            blocks[i] = Marshal.AllocHGlobal(Block);
            Marshal.Copy(content, 0, blocks[i], Block);
        }

        var full = ResidentBytes();
        for (var i = 0; i < Blocks; i += 2)
        {
            Marshal.FreeHGlobal(blocks[i]);
        }

        var half = ResidentBytes();
        for (var i = 1; i < Blocks; i += 2)
        {
            Marshal.FreeHGlobal(blocks[i]);
        }

        // 29 MB were freed; the other tests of this process may take some meanwhile.
        Assert.InRange(full - half, 15_000_000, long.MaxValue);
    }

    // proc_pid_statm(5): the second number, in pages.
    private static long ResidentBytes() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
