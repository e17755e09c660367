using System.Buffers.Binary;
using System.Text;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Starting;

public sealed class DatabaseTests : IDisposable
{
    // SQLite's file format: the number that PRAGMA user_version gives, big-endian.
    private const int UserVersionAt = 60;
    private const int PageSize = 4096;

    private readonly Launch _launch = new();

    private string File => Path.Combine(_launch.StateDirectory, "pi-little-eye.db");

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_alone()
    {
        Directory.CreateDirectory(_launch.StateDirectory);
        var recipe = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Two eggs, some flour. ", 500)));
        await System.IO.File.WriteAllBytesAsync(File, recipe, TestContext.Current.CancellationToken);
        (await _launch.RunAsync("serve")).AssertOneMessage(
            Outcome.Failed,
            $"The database {File} cannot be used",
            "if the file is damaged, restore a copy or move it away to start anew."
        );
        Assert.Equal(recipe, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
    }

    // What a card that forgets blocks leaves: the head is there, the schema's page is not what it was.
    [Fact]
    public async Task One_with_lost_pages_is_told()
    {
        var bytes = await MakeAsync();
        bytes.AsSpan(100, PageSize - 100).Fill(0xFF);
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
        (await _launch.RunAsync("serve")).AssertOneMessage(
            Outcome.Failed,
            $"The database {File} cannot be used",
            "if the file is damaged, restore a copy or move it away to start anew."
        );
    }

    [Fact]
    public async Task One_of_a_newer_version_needs_a_person()
    {
        var bytes = await MakeAsync();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(UserVersionAt), 999);
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
        (await _launch.RunAsync("serve")).AssertOneMessage(
            Outcome.NeedsPerson,
            $"The database {File} was written by a newer version (schema 999, this version knows ",
            "Install that version again, or restore the database saved before the upgrade."
        );
    }

    private async Task<byte[]> MakeAsync()
    {
        (await _launch.RunAsync("setup-code")).AssertWell();
        return await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
    }
}
