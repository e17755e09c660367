using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Storage;

public sealed class DatabaseWatchTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly SteppingClock _clock = new();
    private readonly DatabaseWatch _watch;
    private int _told;

    public DatabaseWatchTests()
    {
        _watch = new DatabaseWatch(_state.Database, _clock);
        _watch.Written += () => _told++;
        // What stands there at the start was written by somebody.
        Calm();
    }

    [Fact]
    public void Nothing_is_told_while_nobody_writes()
    {
        _watch.Look();
        _watch.Look();
        Assert.Equal(0, _told);
    }

    [Fact]
    public void Reading_is_not_told()
    {
        using var connection = _state.Database.Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT count(*) FROM setting";
        ask.ExecuteScalar();
        _watch.Look();
        Assert.Equal(0, _told);
    }

    // Two changes within one tick of the file system's clock may leave the same date.
    [Fact]
    public void A_change_is_told_at_once_and_looked_after_once_more()
    {
        Write("first");
        _watch.Look();
        Assert.Equal(1, _told);
        _watch.Look();
        Assert.Equal(2, _told);
        _watch.Look();
        Assert.Equal(2, _told);
    }

    [Fact]
    public void Each_of_fifty_changes_is_told_also_those_that_reuse_the_log_from_its_beginning()
    {
        for (var number = 0; number < 50; number++)
        {
            Calm();
            Write($"{number}");
            if (number % 10 == 5)
            {
                _state.Execute("PRAGMA wal_checkpoint(RESTART)");
            }

            _watch.Look();
            Assert.Equal(1, _told);
        }
    }

    // The command line beside a service that has been left alone for minutes is the last to close the database.
    [Fact]
    public void A_change_is_told_when_whoever_made_it_took_the_log_away()
    {
        using (var pool = _state.Database.Open())
        {
            SqliteConnection.ClearPool(pool);
        }

        Calm();
        using (var other = new SqliteConnection($"Data Source={_state.Database.Path};Pooling=False"))
        {
            other.Open();
            using var write = other.CreateCommand();
            write.CommandText = "INSERT INTO setting (section, json, changed_at) VALUES ('x', '{}', '')";
            write.ExecuteNonQuery();
        }

        Assert.False(File.Exists($"{_state.Database.Path}-wal"));
        _watch.Look();
        Assert.Equal(1, _told);
    }

    [Fact]
    public void Who_could_not_read_is_asked_again()
    {
        var isFailing = true;
        var asked = 0;
        _watch.Written += () =>
        {
            asked++;
            if (isFailing)
            {
                throw new StorageUnavailableException("The card is full.", new IOException());
            }
        };
        Write("first");
        _watch.Look();
        _watch.Look();
        _watch.Look();
        Assert.Equal(3, asked);
        isFailing = false;
        _watch.Look();
        _watch.Look();
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task It_looks_by_itself_every_half_second()
    {
        await _watch.StartAsync(TestContext.Current.CancellationToken);
        await _clock.SleepersAsync();
        Write("first");
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(1, _told);
        await _watch.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _watch.Dispose();
        _state.Dispose();
    }

    private void Calm()
    {
        _watch.Look();
        _watch.Look();
        _told = 0;
    }

    private void Write(string section) =>
        _state.Execute($"INSERT INTO setting (section, json, changed_at) VALUES ('{section}', '{{}}', '')");
}
