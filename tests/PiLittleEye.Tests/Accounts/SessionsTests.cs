using System.Text;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SessionsTests : IDisposable
{
    private readonly TemporaryState _state = new();
    private readonly SteppingClock _clock = new();
    private readonly AccessChanges _changes = new();
    private readonly Sessions _sessions;
    private readonly Account _account;

    public SessionsTests()
    {
        _sessions = Restarted();
        _account = new AccountStore(_state.Database, _clock).AddFirst("Ada", "ada", AccountRole.Administrator, "hash")!;
    }

    [Fact]
    public void A_token_opens_the_session_of_its_account()
    {
        var session = _sessions.Recognise(_sessions.Open(_account, Visitor.Local));
        Assert.Equal(_account.Id, session!.Account.Id);
    }

    [Fact]
    public void Two_sessions_have_two_tokens_of_256_bits()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => _sessions.Open(_account, Visitor.Local)).ToHashSet();
        Assert.Equal(100, tokens.Count);
        Assert.All(tokens, token => Assert.Equal(43, token.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("' OR 1=1 --")]
    public void Whatever_is_no_token_opens_nothing(string token)
    {
        _ = _sessions.Open(_account, Visitor.Local);
        Assert.Null(_sessions.Recognise(token));
    }

    [Fact]
    public void The_token_stands_nowhere_on_disk()
    {
        var token = _sessions.Open(_account, Visitor.Local);
        Assert.NotNull(_sessions.Recognise(token));
        var files = Directory.EnumerateFiles(_state.Directory).ToList();
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, file => Assert.False(ReadShared(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)) >= 0, file));
    }

    [Fact]
    public void A_session_outlives_the_process()
    {
        var token = _sessions.Open(_account, Visitor.Local);
        Assert.NotNull(Restarted().Recognise(token));
    }

    [Fact]
    public void A_session_ends_thirty_days_after_it_was_last_used()
    {
        var token = _sessions.Open(_account, Visitor.Local);
        _clock.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(_sessions.Recognise(token));
        _clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_sessions.Recognise(token));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(_sessions.Recognise(token));
    }

    [Fact]
    public void A_session_in_constant_use_is_written_four_times_an_hour_at_most()
    {
        var token = _sessions.Open(_account, Visitor.Local);
        var seen = new HashSet<DateTimeOffset>();
        for (var minute = 0; minute < 60; minute++)
        {
            seen.Add(_sessions.Recognise(token)!.SeenAt);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(seen.Count, 2, 4);
    }

    [Fact]
    public void A_session_that_was_ended_is_over_at_once_and_told_of()
    {
        var told = 0;
        _changes.Changed += () => told++;
        var token = _sessions.Open(_account, Visitor.Local);
        var other = _sessions.Open(_account, Visitor.Local);
        var id = _sessions.Recognise(token)!.Id;

        Assert.True(_sessions.End(id, _account.Id));

        Assert.Null(_sessions.Recognise(token));
        Assert.NotNull(_sessions.Recognise(other));
        Assert.Equal(1, told);
    }

    [Fact]
    public void A_token_that_was_exchanged_is_good_for_a_moment_and_proves_nothing()
    {
        var former = _sessions.Open(_account, Visitor.Local);
        var id = _sessions.Recognise(former)!.Id;

        var token = _sessions.Exchange(id);

        var now = _clock.GetUtcNow();
        Assert.Equal((id, now), (_sessions.Recognise(token)!.Id, _sessions.Recognise(token)!.ProvedAt));
        Assert.Equal((id, null), (_sessions.Recognise(former)!.Id, _sessions.Recognise(former)!.ProvedAt));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(_sessions.Recognise(former));
        Assert.NotNull(_sessions.Recognise(token));
    }

    [Fact]
    public void Nobody_ends_the_sessions_of_others()
    {
        var other = new AccountStore(_state.Database, _clock).Add(new NewAccount("Eve", "eve", AccountRole.Viewer, "hash"), _ => true)!;
        var token = _sessions.Open(_account, Visitor.Local);
        Assert.False(_sessions.End(_sessions.Recognise(token)!.Id, other.Id));
        _sessions.EndAll(other.Id);
        Assert.NotNull(_sessions.Recognise(token));
    }

    [Fact]
    public void Sessions_that_have_expired_leave_the_table_when_somebody_comes()
    {
        for (var i = 0; i < 10; i++)
        {
            _ = _sessions.Open(_account, Visitor.Local);
        }

        _clock.Advance(TimeSpan.FromDays(31));
        _ = _sessions.Open(_account, Visitor.Local);
        Assert.Equal(1L, TemporaryState.Execute(_state.Database, "SELECT count(*) FROM session"));
    }

    public void Dispose() => _state.Dispose();

    private Sessions Restarted() => new(new SessionStore(_state.Database), _changes, _clock);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
