using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Keys;
using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Support;

/// <summary>Keys and tickets of one administrator, on a clock of the test's own.</summary>
internal sealed class KeyBench : IDisposable
{
    private readonly TemporaryState _state = new();

    public KeyBench()
    {
        var accounts = new AccountStore(_state.Database, Clock);
        Owner = accounts.AddFirst("Ada", "ada", AccountRole.Administrator, "hash")!.Id;
        Keys = new KeyRing(new KeyStore(_state.Database), new AccountCallers(accounts, Clock), Changes, Clock);
        Tickets = new Tickets(new TicketStore(_state.Database, Clock), new AccountCallers(accounts, Clock), Changes, Clock);
    }

    public SteppingClock Clock { get; } = new();

    public AccessChanges Changes { get; } = new();

    public KeyRing Keys { get; }

    public Tickets Tickets { get; }

    /// <summary>Id of the administrator's account.</summary>
    public long Owner { get; }

    public string Directory => _state.Directory;

    /// <summary>A key that may look at the bench and take photos of everything.</summary>
    public KeyPair MakeKey(TimeSpan? lifetime = null)
    {
        var grants = new Grants([new("bench", Right.Watch), new(Grants.AnyCamera, Right.Photo)]);
        var (key, secret) = Keys.Make(Owner, "slicer", grants, lifetime is { } end ? Clock.GetUtcNow() + end : null)!.Value;
        return new KeyPair(key.Key, secret);
    }

    public string MakeTicket(TimeSpan lifetime, bool isKiosk = false) =>
        Tickets.Make(Owner, "Grandma", "bench", isKiosk, lifetime)!.Value.Token;

    public void Execute(string sql) => _state.Execute(sql);

    public void Dispose() => _state.Dispose();

    /// <summary>A key of a running application's administrator, with its secret: made without asking for the password, which takes its time.</summary>
    public static (AccessKey Key, KeyPair Pair) MakeKey(
        PiLittleEyeApplication application,
        Grants? grants = null,
        DateTimeOffset? expiresAt = null
    )
    {
        var (key, secret) = application
            .Services.GetRequiredService<KeyRing>()
            .Make(OwnerOf(application), "slicer", grants ?? Grants.OnEveryCamera(Right.Watch | Right.Photo), expiresAt)!
            .Value;
        return (key, new KeyPair(key.Key, secret));
    }

    public static (Ticket Ticket, string Token) MakeTicket(
        PiLittleEyeApplication application,
        string camera = "camera",
        bool isKiosk = false,
        TimeSpan? lifetime = null
    ) =>
        application
            .Services.GetRequiredService<Tickets>()
            .Make(OwnerOf(application), "Grandma", camera, isKiosk, lifetime ?? TimeSpan.FromHours(1))!
            .Value;

    private static long OwnerOf(PiLittleEyeApplication application)
    {
        Assert.True(AccountName.TryNormalise(PiLittleEyeApplication.Administrator, out _, out var key));
        return application.Services.GetRequiredService<AccountStore>().FindByKey(key)!.Id;
    }
}
