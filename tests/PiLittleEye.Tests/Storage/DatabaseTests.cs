using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryState _state = new();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public void Each_connection_keeps_what_was_promised_through_a_power_cut(string pragma, string expected)
    {
        for (var connection = 0; connection < 2; connection++)
        {
            Assert.Equal(expected, $"{TemporaryState.Execute(_state.Database, $"PRAGMA {pragma}")}");
        }
    }

    [Fact]
    public void It_lies_in_the_state_directory() => Assert.Equal(Path.Combine(_state.Directory, "pi-little-eye.db"), _state.Database.Path);

    [Fact]
    public void What_cannot_be_done_says_so_with_file_and_remedy()
    {
        var failure = Assert.Throws<StorageUnavailableException>(() => _state.Execute("SELECT nothing FROM nowhere"));

        Assert.StartsWith($"The database {_state.Database.Path} cannot be used: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Free some space on the card, or see whether it is failing.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_is_gone_says_so()
    {
        var database = TemporaryState.DatabaseIn(Path.Combine(_state.Directory, "gone"));
        Assert.Throws<StorageUnavailableException>(() => TemporaryState.Execute(database, "SELECT 1"));
    }

    [Fact]
    public void Several_may_write_at_once()
    {
        _state.Execute("CREATE TABLE tally (n INTEGER)");
        Together.Run(
            4,
            _ =>
            {
                for (var round = 0; round < 5; round++)
                {
                    _state.Execute("INSERT INTO tally VALUES (1)");
                }
            }
        );
        Assert.Equal(20L, TemporaryState.Execute(_state.Database, "SELECT sum(n) FROM tally"));
    }

    public void Dispose() => _state.Dispose();
}
