using PiLittleEye.Problems;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class StateDirectoryTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void It_is_made_for_its_owner_alone_and_left_empty()
    {
        var state = _directory.File("var/lib/pi-little-eye");

        StateDirectory.Ensure(state);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(state));
        Assert.Empty(Directory.EnumerateFileSystemEntries(state));
    }

    [Fact]
    public void One_that_is_there_keeps_what_is_in_it()
    {
        _directory.Write("pi-little-eye.db", "rows");

        StateDirectory.Ensure(_directory.Path);

        Assert.Equal("rows", File.ReadAllText(_directory.File("pi-little-eye.db")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void The_command_line_may_look_at_the_same_moment_as_the_service()
    {
        for (var round = 0; round < 50; round++)
        {
            Together.Run(4, _ => StateDirectory.Ensure(_directory.Path));
        }
    }

    [Fact]
    public void A_path_below_a_file_is_refused_with_remedies() => AssertRefused(Path.Combine(_directory.Write("file", ""), "state"));

    [Fact]
    public void A_file_in_its_place_is_refused_with_remedies() => AssertRefused(_directory.Write("file", ""));

    [Fact]
    public void A_file_system_that_cannot_be_written_is_refused_with_remedies() => AssertRefused("/proc/pi-little-eye");

    [Fact]
    public void A_full_disk_is_refused_with_remedies()
    {
        using var disk = FullDisk.Mount();
        disk.Fill();
        AssertRefused(disk.Path);

        disk.Free();
        StateDirectory.Ensure(disk.Path);
    }

    public void Dispose() => _directory.Dispose();

    private static void AssertRefused(string state)
    {
        var refusal = Assert.Throws<CannotStartException>(() => StateDirectory.Ensure(state));

        Assert.StartsWith($"The state directory {state} cannot be written to: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("or name another one as Storage:Directory.", refusal.Message, StringComparison.Ordinal);
    }
}
