using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Keys;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class TicketsTests : IDisposable
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly KeyBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_ticket_opens_the_pictures_of_its_camera_and_no_other()
    {
        var caller = Recognise(_bench.MakeTicket(s_hour))!;
        Assert.Equal((CallerKind.Ticket, "Grandma", true, false), (caller.Kind, caller.Name, caller.IsFromAddress, caller.IsKiosk));
        Assert.Equal(Right.Watch | Right.Photo, caller.Grants.On("bench"));
        Assert.False(caller.Grants.Show("other"));
    }

    [Fact]
    public void A_wall_display_looks_and_does_nothing_else()
    {
        var caller = Recognise(_bench.MakeTicket(s_hour, isKiosk: true))!;
        Assert.True(caller.IsKiosk);
        Assert.Equal(Right.Watch, caller.Grants.On("bench"));
    }

    [Fact]
    public void Any_flipped_bit_is_refused()
    {
        var token = Encoding.ASCII.GetBytes(_bench.MakeTicket(s_hour));
        for (var bit = 0; bit < token.Length * 8; bit++)
        {
            var flipped = (byte[])token.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Recognise(Encoding.Latin1.GetString(flipped)));
        }

        Assert.NotNull(Recognise(Encoding.ASCII.GetString(token)));
    }

    [Fact]
    public void Nothing_but_the_ticket_is_the_ticket()
    {
        var token = _bench.MakeTicket(s_hour);
        var property = Prop.ForAll<NonNull<string>, int>(
            (text, at) => Recognise(text.Get) is null && (text.Get.Length == 0 || Recognise(token.Insert((at & 31), text.Get)) is null)
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        Assert.Null(Recognise(token[..^1]));
        Assert.Null(Recognise(token.ToUpperInvariant()));
    }

    [Fact]
    public void A_ticket_ends_at_its_time_and_is_listed_no_more()
    {
        var token = _bench.MakeTicket(s_hour);
        var caller = Recognise(token)!;
        Assert.Equal(_bench.Clock.GetUtcNow() + s_hour, caller.ExpiresAt);
        _bench.Clock.Advance(s_hour);
        Assert.Null(Recognise(token));
        Assert.Null(_bench.Tickets.Refresh(caller));
        Assert.Empty(_bench.Tickets.All);
    }

    [Fact]
    public void A_revoked_ticket_ends_and_everybody_is_told()
    {
        var token = _bench.MakeTicket(s_hour);
        var caller = Recognise(token)!;
        var told = 0;
        _bench.Changes.Changed += () => told++;
        var id = Assert.Single(_bench.Tickets.All).Id;

        Assert.Null(_bench.Tickets.Revoke(id, accountId: _bench.Owner + 1));
        Assert.NotNull(_bench.Tickets.Refresh(caller));
        Assert.NotNull(_bench.Tickets.Revoke(id, _bench.Owner));

        Assert.Equal(1, told);
        Assert.Null(_bench.Tickets.Refresh(caller));
        Assert.Null(Recognise(token));
    }

    [Fact]
    public void A_ticket_of_an_account_that_is_gone_opens_nothing()
    {
        var token = _bench.MakeTicket(s_hour);
        _bench.Execute("DELETE FROM account");
        Assert.Null(Recognise(token));
    }

    [Fact]
    public void A_hundred_tickets_are_enough_and_make_room_when_they_end()
    {
        for (var count = 0; count < Tickets.Most; count++)
        {
            _ = _bench.MakeTicket(s_hour);
        }

        Assert.Null(_bench.Tickets.Make(_bench.Owner, "one more", "bench", isKiosk: false, s_hour));
        _bench.Clock.Advance(s_hour);
        Assert.NotNull(_bench.Tickets.Make(_bench.Owner, "one more", "bench", isKiosk: false, s_hour));
        Assert.Single(_bench.Tickets.All);
    }

    private Caller? Recognise(string token) => _bench.Tickets.Recognise(token, IPAddress.Loopback);
}
