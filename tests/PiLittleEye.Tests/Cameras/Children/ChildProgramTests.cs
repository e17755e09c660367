using System.Diagnostics;
using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Tests.Cameras.Children;

public sealed class ChildProgramTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(5);

    [Fact]
    public void Disposing_leaves_neither_process_nor_zombie()
    {
        int id;
        using (var child = ChildProgram.Start("sleep", ["1000"]))
        {
            id = child.ProcessId;
            Assert.True(Directory.Exists($"/proc/{id}"));
        }

        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{id}"), s_soon));
    }

    [Fact]
    public void A_child_that_takes_no_notice_of_signals_is_killed()
    {
        var startedAt = Stopwatch.GetTimestamp();
        int id;
        using (var child = ChildProgram.Start("sh", ["-c", "trap '' INT TERM; echo ready; while :; do sleep 1; done"]))
        {
            id = child.ProcessId;
            Assert.True(new Native.Libc.PipeIntake(child.Output).WaitForData(s_soon));
        }

        Assert.False(Directory.Exists($"/proc/{id}"));
        Assert.True(Stopwatch.GetElapsedTime(startedAt) < s_soon);
    }

    [Fact]
    public void A_child_dies_with_the_thread_that_started_it()
    {
        var id = 0;
        var thread = new Thread(() =>
        {
            id = ChildProgram.Start("sleep", ["1000"]).ProcessId;
            // Until then it is still the program that binds it to this thread.
            SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{id}/comm").Trim() == "sleep", s_soon);
        });
        thread.Start();
        thread.Join();
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(id), s_soon));
    }

    [Fact]
    public void Arguments_reach_the_program_as_they_are()
    {
        using var child = ChildProgram.Start("sh", ["-c", "printf '%s|' \"$@\" >&2", "sh", "$(reboot)", "a b", "`id`;|\n", ""]);
        Assert.Equal(0, child.WaitForExit(s_soon));
        child.Words.WaitForEnd(s_soon);
        Assert.Equal("$(reboot)|a b|`id`;|\n||", child.Words.Text);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
