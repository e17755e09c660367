using System.Globalization;
using PiLittleEye.Cameras.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class DeviceHolderTests : IDisposable
{
    private readonly DirectoryInfo _proc = Directory.CreateTempSubdirectory("pi-little-eye-proc-");

    [Fact]
    public void Whoever_has_the_device_open_is_named()
    {
        Process("1", "systemd", "/dev/null");
        Process("812", "motion", "socket:[1234]", "/dev/video0");
        Process("900", "other", "/dev/video10");

        Assert.Equal("motion, pid 812", DeviceHolder.Find("/dev/video0", _proc.FullName));
    }

    [Fact]
    public void Whoever_streams_is_named_before_whoever_only_watches()
    {
        Process("700", "pipewire", "/dev/video0");
        Maps(Process("812", "motion", "/dev/video0"), "7f3c8a000000-7f3c8a096000 rw-s 00000000 00:06 1 /dev/video0\n");

        Assert.Equal("motion, pid 812", DeviceHolder.Find("/dev/video0", _proc.FullName));
    }

    [Fact]
    public void We_ourselves_count_only_when_we_stream()
    {
        var self = Process(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "pi-little-eye", "/dev/video0");

        Assert.Null(DeviceHolder.Find("/dev/video0", _proc.FullName));

        Maps(self, "7f3c8a000000-7f3c8a096000 rw-s 00000000 00:06 1 /dev/video0\n");
        Assert.Equal($"pi-little-eye, pid {Environment.ProcessId}", DeviceHolder.Find("/dev/video0", _proc.FullName));
    }

    [Fact]
    public void Nobody_and_processes_that_have_just_ended_are_no_holder()
    {
        Directory.CreateDirectory(Path.Combine(_proc.FullName, "4711"));
        Directory.CreateDirectory(Path.Combine(_proc.FullName, "sys"));

        Assert.Null(DeviceHolder.Find("/dev/video0", _proc.FullName));
    }

    [Fact]
    public void The_processes_of_this_machine_can_be_searched() => Assert.Null(DeviceHolder.Find("/dev/no-such-video"));

    public void Dispose() => _proc.Delete(recursive: true);

    private static void Maps(string process, string lines) => File.WriteAllText(Path.Combine(process, "maps"), lines);

    private string Process(string id, string name, params string[] open)
    {
        var process = Path.Combine(_proc.FullName, id);
        var descriptors = Directory.CreateDirectory(Path.Combine(process, "fd"));
        for (var i = 0; i < open.Length; i++)
        {
            File.CreateSymbolicLink(Path.Combine(descriptors.FullName, i.ToString(CultureInfo.InvariantCulture)), open[i]);
        }

        File.WriteAllText(Path.Combine(process, "comm"), name + "\n");
        Maps(process, "");
        return process;
    }
}
