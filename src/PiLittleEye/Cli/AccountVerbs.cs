using System.CommandLine;
using PiLittleEye.Accounts;

namespace PiLittleEye.Cli;

/// <summary><c>account add|list|lock|unlock|delete|password|second-factor|check</c>, as they are typed. Passwords are asked for or read, never arguments.</summary>
internal static class AccountVerbs
{
    public static Command Create(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        return new Command(
            "account",
            "Who may sign in. Works while the service runs; passwords are asked for, or read from standard input."
        )
        {
            Add(json, doors),
            List(json, doors),
            OfName("lock", "Lets somebody in no more and ends what is open.", json, doors, AccountCommand.LockAsync),
            OfName("unlock", "Lets somebody in again, also after too many wrong passwords.", json, doors, AccountCommand.UnlockAsync),
            OfName("delete", "Deletes an account and ends what is open.", json, doors, AccountCommand.DeleteAsync),
            OfName("password", "Sets a password that must be changed at the next sign-in.", json, doors, AccountCommand.PasswordAsync),
            SecondFactor(json, doors),
            OfName("check", "Says whether name and password would open; exit code 1 when not.", json, doors, AccountCommand.CheckAsync),
        };
    }

    private static Command Add(Option<bool> json, CommandDoors doors)
    {
        var name = new Argument<string>("name");
        var role = new Option<string>("--role")
        {
            Description = $"{RoleWords.All}.",
            DefaultValueFactory = _ => RoleWords.Of(AccountRole.Viewer),
        };
        var days = new Option<int?>("--days") { Description = "For guests: when it ends." };
        var command = Verb("add", "Adds an account.", json);
        command.Add(name);
        command.Add(role);
        command.Add(days);
        command.SetAction(
            (parsed, stop) =>
                AccountCommand.RunAsync(
                    parsed.UnmatchedTokens,
                    parsed.GetValue(json),
                    doors,
                    services =>
                        AccountCommand.AddAsync(services, parsed.GetValue(name)!, parsed.GetValue(role)!, parsed.GetValue(days), stop)
                )
        );
        return command;
    }

    private static Command List(Option<bool> json, CommandDoors doors)
    {
        var command = Verb("list", "Lists all accounts.", json);
        command.SetAction((parsed, _) => AccountCommand.ListAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors));
        return command;
    }

    private static Command SecondFactor(Option<bool> json, CommandDoors doors)
    {
        var name = new Argument<string>("name");
        var remove = new Option<bool>("--remove") { Description = "Takes it off, for whoever lost the phone and the recovery codes." };
        var command = Verb("second-factor", "Sets up codes of an authenticator, with a QR code in the terminal.", json);
        command.Add(name);
        command.Add(remove);
        command.SetAction(
            (parsed, _) =>
                parsed.GetValue(remove)
                    ? SecondFactorCommand.RemoveAsync(parsed.UnmatchedTokens, parsed.GetValue(name)!, parsed.GetValue(json), doors)
                    : SecondFactorCommand.SetUpAsync(parsed.UnmatchedTokens, parsed.GetValue(name)!, parsed.GetValue(json), doors)
        );
        return command;
    }

    private static Command OfName(
        string verb,
        string description,
        Option<bool> json,
        CommandDoors doors,
        Func<IServiceProvider, string, CancellationToken, Task<AccountAnswer>> work
    )
    {
        var name = new Argument<string>("name");
        var command = Verb(verb, description, json);
        command.Add(name);
        command.SetAction(
            (parsed, stop) =>
                AccountCommand.RunAsync(
                    parsed.UnmatchedTokens,
                    parsed.GetValue(json),
                    doors,
                    services => work(services, parsed.GetValue(name)!, stop)
                )
        );
        return command;
    }

    private static Command Verb(string name, string description, Option<bool> json)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.Add(json);
        return command;
    }
}
