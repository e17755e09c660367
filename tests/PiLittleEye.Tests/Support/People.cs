using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;

namespace PiLittleEye.Tests.Support;

/// <summary>Accounts that tests need beside the administrator.</summary>
internal static class People
{
    public const string Password = "seven small ships";

    /// <summary>Without a password that could be used, because hashing takes its time.</summary>
    public static Account Add(
        this PiLittleEyeApplication application,
        string name,
        AccountRole role = AccountRole.Viewer,
        Grants? rights = null,
        DateTimeOffset? expiresAt = null,
        string? owes = null,
        string hash = "AA=="
    )
    {
        Assert.True(AccountName.TryNormalise(name, out var shown, out var key));
        var wanted = new NewAccount(shown, key, role, hash)
        {
            Rights = rights ?? Account.UsualRights,
            ExpiresAt = expiresAt,
            Owes = owes,
        };
        return application.Services.GetRequiredService<AccountStore>().Add(wanted, _ => true)!;
    }

    /// <summary>With <see cref="Password"/>.</summary>
    public static Account AddWithPassword(
        this PiLittleEyeApplication application,
        string name,
        AccountRole role = AccountRole.Viewer,
        string? owes = null
    ) => application.Add(name, role, owes: owes, hash: application.Services.GetRequiredService<Passwords>().Hash(Password));

    /// <returns>The token of a new session.</returns>
    public static string OpenSession(this PiLittleEyeApplication application, Account account) =>
        application.Services.GetRequiredService<Sessions>().Open(account, Visitor.Local);

    public static HttpClient SignedInAs(this PiLittleEyeApplication application, Account account) =>
        application.Client(application.OpenSession(account));

    public static async Task<AccountItem> AccountAsync(this HttpClient client, string name)
    {
        var all = await client.GetFromJsonAsync<List<AccountItem>>("/api/v1/accounts", TestContext.Current.CancellationToken);
        return Assert.Single(all!, account => account.Name == name);
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string name, string password) =>
        client.PostAsJsonAsync("/api/v1/session", new { name, password }, TestContext.Current.CancellationToken);

    public static bool IsClaimed(this PiLittleEyeApplication application) => application.Services.GetRequiredService<SetupCode>().IsClaimed;

    /// <summary>As if the last proof were as old as that.</summary>
    public static void AgeProofs(this PiLittleEyeApplication application, TimeSpan age) =>
        TemporaryState.Execute(
            application.Services.GetRequiredService<PiLittleEye.Storage.Database>(),
            $"UPDATE session SET proved_at = '{PiLittleEye.Storage.StoredMoment.Text(TimeProvider.System.GetUtcNow() - age)}'"
        );
}
