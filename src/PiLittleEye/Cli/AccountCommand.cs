using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
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
        Func<IServiceProvider, Task<Answer>> work
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

    public static async Task<Answer> AddAsync(IServiceProvider services, string name, string role, int? days, CancellationToken stop)
    {
        // Else there would be accounts and nobody to claim the camera or to let anybody in.
        if (services.GetRequiredService<AccountStore>().IsEmpty() && role != RoleWords.Of(AccountRole.Administrator))
        {
            return Answer.NoAdministrator;
        }

        if (PasswordPrompt.Choose("Password") is not { } password)
        {
            return Answer.Mismatch;
        }

        // Claiming is for whoever brings the set-up code; the command line needs none, because whoever uses it could read that.
        var end = days is { } count
            ? TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(Math.Clamp(count, -1, 36_525))
            : (DateTimeOffset?)null;
        var request = new NewAccountRequest(name, role, password, end, Rights: null);
        var (added, refusal) = await services.GetRequiredService<AccountDesk>().AddAsync(request, Actor.CommandLine, stop);
        return added is null ? Answer.Of(refusal!) : new Answer(added.Id, $"{added.Name} may sign in now.", Refusal: null);
    }

    public static Task<Answer> LockAsync(IServiceProvider services, string name, CancellationToken stop) =>
        ChangeAsync(services, name, isLocked: true, "is locked.");

    public static Task<Answer> UnlockAsync(IServiceProvider services, string name, CancellationToken stop) =>
        ChangeAsync(services, name, isLocked: false, "may sign in again.");

    public static async Task<Answer> DeleteAsync(IServiceProvider services, string name, CancellationToken stop) =>
        Find(services, name) is not { } account ? Answer.Nobody(name)
        : await services.GetRequiredService<AccountDesk>().RemoveAsync(account.Id, Actor.CommandLine) is { } refusal ? Answer.Of(refusal)
        : new Answer(AccountId: null, $"The account of {account.Name} is deleted.", Refusal: null);

    public static async Task<Answer> PasswordAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        if (Find(services, name) is not { } account)
        {
            return Answer.Nobody(name);
        }

        if (PasswordPrompt.Choose("New password") is not { } password)
        {
            return Answer.Mismatch;
        }

        var desk = services.GetRequiredService<AccountDesk>();
        return await desk.SetPasswordAsync(account.Id, password, Actor.CommandLine, stop) is { } refusal
            ? Answer.Of(refusal)
            : new Answer(account.Id, $"{account.Name} has another password now, and must change it at the next sign-in.", Refusal: null);
    }

    public static async Task<Answer> CheckAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        var account = Find(services, name);
        var verdict = await services.GetRequiredService<Passwords>().VerifyAsync(account, PasswordPrompt.Read("Password"), stop);
        var isOpen = account is not null && account.IsOpen(TimeProvider.System.GetUtcNow()) && !account.IsGuarded;
        return verdict is null or PasswordVerificationResult.Failed
                ? new Answer(AccountId: null, string.Empty, "Name or password is wrong.")
            : isOpen ? new Answer(account!.Id, $"That opens the account of {account.Name}.", Refusal: null)
            : new Answer(AccountId: null, string.Empty, $"The password is right, but the account of {account!.Name} is locked or over.");
    }

    private static async Task<Answer> ChangeAsync(IServiceProvider services, string name, bool isLocked, string done)
    {
        if (Find(services, name) is not { } account)
        {
            return Answer.Nobody(name);
        }

        var change = new AccountChangeRequest(Name: null, Role: null, isLocked, ExpiresAt: null, Rights: null);
        return await services.GetRequiredService<AccountDesk>().ChangeAsync(account.Id, change, Actor.CommandLine) is { } refusal
            ? Answer.Of(refusal)
            : new Answer(account.Id, $"{account.Name} {done}", Refusal: null);
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

    /// <summary>How it went.</summary>
    internal sealed record Answer(long? AccountId, string Text, string? Refusal)
    {
        public static readonly Answer Mismatch = new(AccountId: null, string.Empty, "The two passwords differ. Nothing was changed.");

        public static readonly Answer NoAdministrator = new(
            AccountId: null,
            string.Empty,
            "Nobody administrates this camera yet. Claim it on its page, or begin with an account of --role administrator."
        );

        public static Answer Of(ProblemHttpResult refusal) =>
            new(AccountId: null, string.Empty, $"{refusal.ProblemDetails.Title}. {refusal.ProblemDetails.Detail}");

        public static Answer Nobody(string name) =>
            new(AccountId: null, string.Empty, $"There is no account \"{name}\". pi-little-eye account list shows those there are.");
    }
}
