using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using PiLittleEye.Accounts;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary>What <c>account …</c> does, under the same rules as the page. A service that runs beside it notices within a second.</summary>
internal static class AccountCommand
{
    public static Task<int> RunAsync(
        IReadOnlyList<string> settings,
        bool isJson,
        CommandDoors doors,
        Func<IServiceProvider, Task<AccountAnswer>> work
    ) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var answer = await work(app.Services);
            if (answer.Refusal is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 1;
            }

            var account = answer.AccountId is { } id ? app.Services.GetRequiredService<AccountDesk>().Show(id) : null;
            await Console.Out.WriteLineAsync(
                isJson
                    ? account is null
                        ? "{}"
                        : JsonSerializer.Serialize(account, AccountsJson.Default.AccountItem)
                    : answer.Text
            );
            return 0;
        });

    public static Task<int> ListAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var accounts = app.Services.GetRequiredService<AccountDesk>().List();
            await Console.Out.WriteLineAsync(
                isJson ? JsonSerializer.Serialize(accounts, AccountsJson.Default.IReadOnlyListAccountItem)
                : accounts.Count == 0 ? "Nobody has claimed this camera yet."
                : string.Join('\n', accounts.Select(Line))
            );
            return 0;
        });

    public static async Task<AccountAnswer> AddAsync(IServiceProvider services, string name, string role, int? days, CancellationToken stop)
    {
        // Else there would be accounts and nobody to claim the camera or to let anybody in.
        if (services.GetRequiredService<AccountStore>().IsEmpty() && role != RoleWords.Of(AccountRole.Administrator))
        {
            return AccountAnswer.NoAdministrator;
        }

        if (PasswordPrompt.Choose("Password") is not { } password)
        {
            return AccountAnswer.Mismatch;
        }

        // Claiming is for whoever brings the set-up code; the command line needs none, because whoever uses it could read that.
        var end = days is { } count
            ? TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(Math.Clamp(count, -1, 36_525))
            : (DateTimeOffset?)null;
        var request = new NewAccountRequest(name, role, password, end, Rights: null);
        var (added, refusal) = await services.GetRequiredService<AccountDesk>().AddAsync(request, Actor.CommandLine, stop);
        return added is null ? AccountAnswer.Of(refusal!) : new AccountAnswer(added.Id, $"{added.Name} may sign in now.", Refusal: null);
    }

    public static Task<AccountAnswer> LockAsync(IServiceProvider services, string name, CancellationToken stop) =>
        ChangeAsync(services, name, isLocked: true, "is locked.");

    public static Task<AccountAnswer> UnlockAsync(IServiceProvider services, string name, CancellationToken stop) =>
        ChangeAsync(services, name, isLocked: false, "may sign in again.");

    public static async Task<AccountAnswer> DeleteAsync(IServiceProvider services, string name, CancellationToken stop) =>
        Find(services, name) is not { } account ? AccountAnswer.Nobody(name)
        : await services.GetRequiredService<AccountDesk>().RemoveAsync(account.Id, Actor.CommandLine) is { } refusal
            ? AccountAnswer.Of(refusal)
        : new AccountAnswer(AccountId: null, $"The account of {account.Name} is deleted.", Refusal: null);

    public static async Task<AccountAnswer> PasswordAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        if (Find(services, name) is not { } account)
        {
            return AccountAnswer.Nobody(name);
        }

        if (PasswordPrompt.Choose("New password") is not { } password)
        {
            return AccountAnswer.Mismatch;
        }

        var desk = services.GetRequiredService<AccountDesk>();
        return await desk.SetPasswordAsync(account.Id, password, Actor.CommandLine, stop) is { } refusal
            ? AccountAnswer.Of(refusal)
            : new AccountAnswer(
                account.Id,
                $"{account.Name} has another password now, and must change it at the next sign-in.",
                Refusal: null
            );
    }

    public static async Task<AccountAnswer> CheckAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        var account = Find(services, name);
        var verdict = await services.GetRequiredService<Passwords>().VerifyAsync(account, PasswordPrompt.Read("Password"), stop);
        var isOpen = account is not null && account.IsOpen(TimeProvider.System.GetUtcNow()) && !account.IsGuarded;
        return verdict is null or PasswordVerificationResult.Failed
                ? new AccountAnswer(AccountId: null, string.Empty, "Name or password is wrong.")
            : isOpen ? new AccountAnswer(account!.Id, $"That opens the account of {account.Name}.", Refusal: null)
            : new AccountAnswer(
                AccountId: null,
                string.Empty,
                $"The password is right, but the account of {account!.Name} is locked or over."
            );
    }

    private static async Task<AccountAnswer> ChangeAsync(IServiceProvider services, string name, bool isLocked, string done)
    {
        if (Find(services, name) is not { } account)
        {
            return AccountAnswer.Nobody(name);
        }

        var change = new AccountChangeRequest(Name: null, Role: null, isLocked, ExpiresAt: null, Rights: null);
        return await services.GetRequiredService<AccountDesk>().ChangeAsync(account.Id, change, Actor.CommandLine) is { } refusal
            ? AccountAnswer.Of(refusal)
            : new AccountAnswer(account.Id, $"{account.Name} {done}", Refusal: null);
    }

    public static Account? Find(IServiceProvider services, string name) =>
        AccountName.TryNormalise(name, out _, out var key) ? services.GetRequiredService<AccountStore>().FindByKey(key) : null;

    private static string Line(AccountItem account)
    {
        var state =
            account.IsLocked ? "locked"
            : account.Owes is null ? "open"
            : $"owes {account.Owes}";
        var end = account.ExpiresAt is { } moment ? $"  until {Day(moment)}" : string.Empty;
        var seen = account.SeenAt is { } last ? $"seen {Day(last)}" : "never seen";
        return $"{account.Name}  {account.Role}  {state}{end}  {seen}";
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
