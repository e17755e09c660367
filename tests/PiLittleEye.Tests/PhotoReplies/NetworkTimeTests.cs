using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class NetworkTimeTests
{
    [Fact]
    public void It_is_set_once_the_file_says_so_or_where_somebody_else_keeps_the_time()
    {
        using var directory = new TemporaryDirectory();
        var time = new NetworkTime(directory.Path);
        Assert.False(time.IsSet);
        directory.Write("synchronized", "");
        Assert.True(time.IsSet);
        Assert.True(new NetworkTime("/nowhere").IsSet);
    }
}
