using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>Knocks at every operation of the API as one kind of caller, each time with a credential of its own: some operations end it.</summary>
internal sealed class AccessDoor(PiLittleEyeApplication application, AccessCaller caller) : IAsyncDisposable
{
    private const string Camera = "camera";
    private const string OtherCamera = "other";
    private const string NobodysId = "999999";

    private readonly HttpClient _client = application.Anonymous();
    private int _people;

    public static async Task<AccessDoor> OpenAsync(AccessCaller caller)
    {
        var (application, _) = await ListedCamera.StartAsync();
        if (caller is AccessCaller.HomeNetwork)
        {
            application.Decide(lists => lists with { HomeNetworks = ListedCamera.On("192.168.7.0/24") });
        }

        return new AccessDoor(application, caller);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <returns>The status of the answer.</returns>
    public async Task<int> KnockAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(path));
        if (method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        Show(request);
        // One wrong link is answered, ten are made to wait; this is about the one.
        var throttle = application.Services.GetRequiredService<AttemptThrottle>();
        throttle.Forget(AttemptThrottle.KeyOf(IPAddress.Loopback));
        throttle.Forget($"key {AttemptThrottle.KeyOf(IPAddress.Loopback)}");
        // The headers will do: a stream has no end.
        using var answer = await _client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        return (int)answer.StatusCode;
    }

    private static string AddressOf(string path) =>
        path.StartsWith("/api/v1/cameras/", StringComparison.Ordinal)
            ? path.Replace("{id}", Camera, StringComparison.Ordinal)
            : path.Replace("{id}", NobodysId, StringComparison.Ordinal);

    private void Show(HttpRequestMessage request)
    {
        switch (caller)
        {
            case AccessCaller.Nobody:
                break;
            case AccessCaller.HomeNetwork:
                Assert.True(request.Headers.TryAddWithoutValidation(ListedCamera.Header, "192.168.7.7"));
                break;
            case AccessCaller.ExpiredTicket:
                ShowTicket(request, Camera, TimeSpan.FromMinutes(-1));
                break;
            case AccessCaller.OtherTicket:
                ShowTicket(request, OtherCamera, TimeSpan.FromHours(1));
                break;
            case AccessCaller.Ticket:
                ShowTicket(request, Camera, TimeSpan.FromHours(1));
                break;
            case AccessCaller.OtherKey:
                ShowKey(request, new Grants([new(OtherCamera, Right.All)]));
                break;
            case AccessCaller.Key:
                ShowKey(request, Grants.All);
                break;
            default:
                request.Headers.Add("Cookie", $"{SessionCookie.Name}={OpenSession()}");
                break;
        }
    }

    private string OpenSession()
    {
        switch (caller)
        {
            case AccessCaller.LockedAccount:
                var locked = Add(AccountRole.Administrator);
                var token = application.OpenSession(locked);
                // Alone, without what else a lock does to the sessions: it must be enough.
                Execute("UPDATE account SET locked_at = created_at", locked);
                return token;
            case AccessCaller.OldSession:
                var changed = Add(AccountRole.Administrator);
                var old = application.OpenSession(changed);
                application.Services.GetRequiredService<PasswordStore>().Change(changed.Id, "BB==", owes: null);
                return old;
            case AccessCaller.OwesPassword:
                return application.OpenSession(Add(AccountRole.Administrator, owes: "password"));
            case AccessCaller.OtherViewer:
                return application.OpenSession(Add(AccountRole.Viewer, new Grants([new(OtherCamera, Right.All)])));
            case AccessCaller.Guest:
                return application.OpenSession(Add(AccountRole.Guest, end: TimeProvider.System.GetUtcNow().AddDays(1)));
            case AccessCaller.Viewer:
                return application.OpenSession(Add(AccountRole.Viewer));
            case AccessCaller.Unproved:
                var administrator = Add(AccountRole.Administrator);
                var unproved = application.OpenSession(administrator);
                application.AgeProofs(PolicyRules.ProofLasts);
                return unproved;
            default:
                return application.OpenSession();
        }
    }

    private Account Add(AccountRole role, Grants? rights = null, string? owes = null, DateTimeOffset? end = null) =>
        application.Add($"Person {++_people}", role, rights, end, owes);

    private void Execute(string sql, Account account) =>
        TemporaryState.Execute(application.Services.GetRequiredService<Database>(), $"{sql} WHERE id = {account.Id}");

    private void ShowTicket(HttpRequestMessage request, string camera, TimeSpan lifetime)
    {
        var (_, token) = KeyBench.MakeTicket(application, camera, lifetime: lifetime);
        request.RequestUri = new Uri($"{request.RequestUri}?ticket={token}", UriKind.Relative);
    }

    private void ShowKey(HttpRequestMessage request, Grants grants)
    {
        var (_, pair) = KeyBench.MakeKey(application, grants);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{pair.Key}.{pair.Secret}");
    }
}
