using System.Net;
using System.Text;
using PiLittleEye.Keys;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private static readonly IPAddress s_from = IPAddress.Parse("::ffff:192.0.2.7");

    private readonly KeyBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_key_with_its_secret_may_what_it_was_given_and_is_no_administrator()
    {
        var caller = Recognise(_bench.MakeKey());
        Assert.Equal((CallerKind.Key, "slicer", _bench.Owner), (caller!.Kind, caller.Name, caller.AccountId));
        Assert.Equal(Right.Watch | Right.Photo, caller.Grants.On("bench"));
        Assert.Equal(Right.Photo, caller.Grants.On("other"));
        // Nobody was asked for a password, so nothing counts as proved; and what is about everybody is for people.
        Assert.False(caller.IsAdministrator);
        Assert.Null(caller.ProvedAt);
    }

    [Fact]
    public void Another_keys_secret_opens_nothing()
    {
        var (one, two) = (_bench.MakeKey(), _bench.MakeKey());
        Assert.Null(Recognise(one with { Secret = two.Secret }));
        Assert.Null(Recognise(one with { Key = two.Key }));
        Assert.Null(Recognise(one with { Key = KeyForm.NewKey() }));
        Assert.Null(Recognise(default(KeyPair) with { Key = "' OR 1=1 --", Secret = "" }));
    }

    [Fact]
    public void Neither_the_secret_nor_a_tickets_token_stands_on_disk()
    {
        var (pair, token) = (_bench.MakeKey(), _bench.MakeTicket(TimeSpan.FromHours(1)));
        Assert.NotNull(Recognise(pair));
        Assert.All(
            Directory.EnumerateFiles(_bench.Directory),
            file =>
            {
                using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[shared.Length];
                shared.ReadExactly(bytes);
                Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(pair.Secret)) < 0, file);
                Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)) < 0, file);
            }
        );
    }

    [Fact]
    public void A_key_ends_at_its_time()
    {
        var pair = _bench.MakeKey(TimeSpan.FromDays(1));
        var caller = Recognise(pair)!;
        Assert.Equal(_bench.Clock.GetUtcNow() + TimeSpan.FromDays(1), caller.ExpiresAt);
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(Recognise(pair));
        Assert.Null(_bench.Keys.Refresh(caller));
    }

    [Fact]
    public void A_revoked_key_ends_and_everybody_is_told()
    {
        var caller = Recognise(_bench.MakeKey())!;
        Assert.NotNull(_bench.Keys.Refresh(caller));
        var told = 0;
        _bench.Changes.Changed += () => told += _bench.Keys.Refresh(caller) is null ? 1 : 100;

        var key = Assert.Single(_bench.Keys.All);
        Assert.Equal("slicer", _bench.Keys.Revoke(key.Id)?.Name);

        Assert.Equal(1, told);
        Assert.Null(_bench.Keys.Revoke(key.Id));
    }

    [Fact]
    public void A_key_may_no_more_than_its_account_may_now()
    {
        var pair = _bench.MakeKey();
        var caller = Recognise(pair)!;
        _bench.Execute("UPDATE account SET role = 'Viewer'");
        Assert.Equal(Right.Watch | Right.Photo, _bench.Keys.Refresh(caller)!.Grants.On("bench"));
        var all = _bench.Keys.Make(_bench.Owner, "all", Grants.All, expiresAt: null)!.Value;
        Assert.Equal(Right.Watch | Right.Photo, Recognise(new KeyPair(all.Key.Key, all.Secret))!.Grants.On("bench"));
    }

    [Fact]
    public void A_key_of_an_account_that_is_gone_opens_nothing()
    {
        var pair = _bench.MakeKey();
        var caller = Recognise(pair)!;
        _bench.Execute("DELETE FROM account");
        Assert.Null(Recognise(pair));
        Assert.Null(_bench.Keys.Refresh(caller));
        Assert.Empty(_bench.Keys.All);
    }

    [Fact]
    public void A_key_in_constant_use_is_written_four_times_an_hour()
    {
        var pair = _bench.MakeKey();
        var notes = new HashSet<LastUse?>();
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.NotNull(Recognise(pair));
            notes.Add(Assert.Single(_bench.Keys.All).LastUse);
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(4, notes.Count);
        Assert.All(notes, note => Assert.Equal("192.0.2.7", note?.From));
    }

    [Fact]
    public void A_use_in_a_future_that_the_clock_took_back_is_corrected()
    {
        var pair = _bench.MakeKey();
        Assert.NotNull(Recognise(pair));
        _bench.Clock.ShiftWallClock(TimeSpan.FromDays(-365));
        Assert.NotNull(Recognise(pair));
        Assert.Equal(_bench.Clock.GetUtcNow(), Assert.Single(_bench.Keys.All).LastUse?.At);
    }

    [Fact]
    public void More_than_a_hundred_keys_are_not_made()
    {
        for (var count = 0; count < KeyRing.Most; count++)
        {
            _ = _bench.MakeKey();
        }

        Assert.Null(_bench.Keys.Make(_bench.Owner, "one more", Grants.All, expiresAt: null));
    }

    private Caller? Recognise(KeyPair pair) => _bench.Keys.Recognise(pair, s_from, isInAddress: false);
}
