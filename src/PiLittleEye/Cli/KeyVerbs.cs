using System.CommandLine;
using PiLittleEye.Rights;

namespace PiLittleEye.Cli;

/// <summary><c>key add</c>, <c>key list</c> and <c>key revoke</c>, as they are typed.</summary>
internal static class KeyVerbs
{
    public static Command Create(CommandDoors doors)
    {
        // A secret on standard output is for whoever asked; one as an argument would be for everybody who lists processes.
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        return new Command("key", "Keys that let programs in: add, list, revoke. Works while the service runs.")
        {
            Add(json, doors),
            List(json, doors),
            Revoke(json, doors),
        };
    }

    private static Command Add(Option<bool> json, CommandDoors doors)
    {
        var name = new Argument<string>("name") { Description = "Of the program that will use it." };
        var cameras = new Option<string[]>("--camera") { Description = "Id of a camera it may look at; again for more. Without it, all." };
        var rights = new Option<string>("--rights")
        {
            Description = $"What it may: {string.Join(", ", GrantWords.All)}, separated by commas.",
            // What PLE's keys may, and a photo.
            DefaultValueFactory = _ => "watch,photo",
        };
        var days = new Option<int?>("--days") { Description = "How long it lives. Without it, until it is revoked." };
        var account = new Option<string?>("--account")
        {
            Description = "Whose it is: it may never do more than that account. Without it, the first administrator.",
        };
        var command = Verb("add", "Makes a key and prints it with its secret, this one time.");
        command.Add(name);
        command.Add(cameras);
        command.Add(rights);
        command.Add(days);
        command.Add(account);
        command.Add(json);
        command.SetAction(
            (parsed, _) =>
                KeyAddCommand.RunAsync(
                    parsed.UnmatchedTokens,
                    new KeyAddCommand.Wish(
                        parsed.GetValue(name)!,
                        parsed.GetValue(cameras) ?? [],
                        parsed.GetValue(rights)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                        parsed.GetValue(days),
                        parsed.GetValue(account)
                    ),
                    parsed.GetValue(json),
                    doors
                )
        );
        return command;
    }

    private static Command List(Option<bool> json, CommandDoors doors)
    {
        var command = Verb("list", "Lists all keys: whose, what they may, when they were used.");
        command.Add(json);
        command.SetAction((parsed, _) => KeyListCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors));
        return command;
    }

    private static Command Revoke(Option<bool> json, CommandDoors doors)
    {
        var id = new Argument<long>("id") { Description = "As key list shows it." };
        var command = Verb("revoke", "Ends a key, and within a second what was opened with it.");
        command.Add(id);
        command.Add(json);
        command.SetAction(
            (parsed, _) => KeyRevokeCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(id), parsed.GetValue(json), doors)
        );
        return command;
    }

    private static Command Verb(string name, string description) => new(name, description) { TreatUnmatchedTokensAsErrors = false };
}
