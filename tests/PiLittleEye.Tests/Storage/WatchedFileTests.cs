using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class WatchedFileTests : IDisposable
{
    private static readonly DateTime s_before = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_touched_when_it_is_made_written_or_taken_away()
    {
        var path = Path.Combine(_folder.Path, "pair.pem");
        var file = new WatchedFile(path);
        file.Remember();
        Assert.False(file.IsTouched);

        Write(path, s_before);
        AssertTouchedOnce(file);
        File.SetLastWriteTimeUtc(path, s_before.AddSeconds(1));
        AssertTouchedOnce(file);
        File.Delete(path);
        AssertTouchedOnce(file);
    }

    [Fact]
    public void Of_a_link_counts_what_it_leads_to_in_the_end()
    {
        var (old, fresh, link) = (
            Path.Combine(_folder.Path, "1.pem"),
            Path.Combine(_folder.Path, "2.pem"),
            Path.Combine(_folder.Path, "live.pem")
        );
        Write(old, s_before);
        Write(fresh, s_before.AddDays(1));
        File.CreateSymbolicLink(link, old);
        var file = new WatchedFile(link);
        file.Remember();

        File.SetLastWriteTimeUtc(old, s_before.AddSeconds(1));
        AssertTouchedOnce(file);
        File.Delete(link);
        File.CreateSymbolicLink(link, fresh);
        AssertTouchedOnce(file);
    }

    [Fact]
    public void Looking_leaves_nothing_to_collect()
    {
        var path = Path.Combine(_folder.Path, "pair.pem");
        Write(path, s_before);
        var file = new WatchedFile(path);
        file.Remember();
        _ = file.IsTouched;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var look = 0; look < 100; look++)
        {
            _ = file.IsTouched;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void AssertTouchedOnce(WatchedFile file)
    {
        Assert.True(file.IsTouched);
        file.Remember();
        Assert.False(file.IsTouched);
    }

    private static void Write(string path, DateTime moment)
    {
        File.WriteAllText(path, "text");
        File.SetLastWriteTimeUtc(path, moment);
    }
}
