using System.CommandLine;

namespace PiLittleEye.Cli;

/// <summary><c>mail test</c>, <c>mail senders add|list|remove</c>, <c>mail import</c> and <c>otp setup</c>, as they are typed.</summary>
internal static class MailVerbs
{
    public static Command Create(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        return new Command("mail", "Photos by mail: tests the account, says who may ask. Works while the service runs.")
        {
            Test(json, doors),
            new Command("senders", "Who may ask for a photo by mail.") { Add(json, doors), List(json, doors), Remove(json, doors) },
            Import(json, doors),
        };
    }

    /// <summary>On its own, as it was called in PrintCameraBot's time.</summary>
    public static Command CreateOtp(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "Answers for programs; the code is read from standard input." };
        var address = new Argument<string>("address") { Description = "Mail address of a sender; a new one is added." };
        var setUp = Verb("setup", "Gives a sender a new secret with a QR code in the terminal, and asks until a code is right.", json);
        setUp.Add(address);
        setUp.SetAction(
            (parsed, _) => OtpSetupCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(address)!, parsed.GetValue(json), doors)
        );
        return new Command("otp", "One-time codes for photos by mail.") { setUp };
    }

    private static Command Test(Option<bool> json, CommandDoors doors)
    {
        var command = Verb("test", "Goes all the way of the mail account once, step by step; exit code 1 when a step fails.", json);
        command.SetAction((parsed, stop) => MailTestCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors, stop));
        return command;
    }

    private static Command Add(Option<bool> json, CommandDoors doors)
    {
        var address = new Argument<string>("address");
        var account = new Option<string?>("--account")
        {
            Description = "Name of the account whose cameras it may have photos of. Without it, all.",
        };
        var sharesWith = new Option<string?>("--shares-with")
        {
            Description = "Address of a sender whose secret it shares. Without it, its own.",
        };
        var command = Verb("add", "Lets somebody ask, and prints the secret for the authenticator, this one time.", json);
        command.Add(address);
        command.Add(account);
        command.Add(sharesWith);
        command.SetAction(
            (parsed, _) =>
                MailSendersCommand.AddAsync(
                    parsed.UnmatchedTokens,
                    parsed.GetValue(address)!,
                    parsed.GetValue(account),
                    parsed.GetValue(sharesWith),
                    parsed.GetValue(json),
                    doors
                )
        );
        return command;
    }

    private static Command List(Option<bool> json, CommandDoors doors)
    {
        var command = Verb("list", "Lists who may ask, and how often they did.", json);
        command.SetAction((parsed, _) => MailSendersCommand.ListAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors));
        return command;
    }

    private static Command Remove(Option<bool> json, CommandDoors doors)
    {
        var address = new Argument<string>("address");
        var command = Verb("remove", "Lets somebody ask no more.", json);
        command.Add(address);
        command.SetAction(
            (parsed, _) => MailSendersCommand.RemoveAsync(parsed.UnmatchedTokens, parsed.GetValue(address)!, parsed.GetValue(json), doors)
        );
        return command;
    }

    private static Command Import(Option<bool> json, CommandDoors doors)
    {
        var file = new Argument<string>("file") { Description = "PrintCameraBot's config.json." };
        var command = Verb("import", "Takes over what PrintCameraBot was set to, all but its secrets.", json);
        command.Add(file);
        command.SetAction(
            (parsed, _) => MailImportCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(file)!, parsed.GetValue(json), doors)
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
