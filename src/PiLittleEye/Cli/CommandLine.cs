using System.CommandLine;
using System.CommandLine.Help;

namespace PiLittleEye.Cli;

/// <summary>The verbs of <c>pi-little-eye</c>. What follows a verb and is none of its options is a setting, as <c>--Https:Port 5220</c>.</summary>
internal static class CommandLine
{
    // As the package installs it.
    private const string Name = "pi-little-eye";
    private const string Serve = "serve";

    /// <param name="arguments">As the process got them.</param>
    /// <param name="doors">What the verbs may do; given from outside, so that this room knows no composition.</param>
    public static Task<int> RunAsync(string[] arguments, CommandDoors doors)
    {
        var settings = arguments is [Serve, .. var rest] ? rest : arguments;
        // The service itself, as systemd starts it, needs no parser, which would stay in memory for as long as it runs.
        return settings.All(IsSetting) ? doors.ServeAsync(settings) : ParseAsync(arguments, doors);
    }

    // No verb and no option of the root begins with two dashes and has a value behind them.
    private static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=');

    private static Task<int> ParseAsync(string[] arguments, CommandDoors doors)
    {
        // No RootCommand: that is called like the file, and people type another name.
        var root = new Command(Name, "Pi Little Eye: a camera beside a 3D printer, seen from anywhere. Without a verb it serves.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Add(new HelpOption());
        root.Add(new VersionOption());
        root.SetAction((parsed, _) => doors.ServeAsync(parsed.UnmatchedTokens));
        root.Add(Verb(Serve, "Runs the service until it is stopped.", doors.ServeAsync));
        root.Add(
            Verb("setup-code", "Prints the code that claims an unclaimed camera.", settings => SetupCodeCommand.RunAsync(settings, doors))
        );
        root.Add(
            Verb(
                "check-settings",
                "Reads the settings and lists every mistake in them.",
                settings => CheckSettingsCommand.RunAsync(settings, doors)
            )
        );
        root.Add(
            Verb(
                "list-cameras",
                "Lists devices and what they offer, or says why there are none.",
                settings => ListCamerasCommand.RunAsync(settings, doors)
            )
        );
        root.Add(CameraTest(doors));
        root.Add(DisableAddressLists(doors));
        root.Add(Audit(doors));
        root.Add(AccountVerbs.Create(doors));
        root.Add(FactoryReset(doors));
        root.Add(KeyVerbs.Create(doors));
        root.Add(CertificateVerbs.Create(doors));
        root.Add(MailVerbs.Create(doors));
        root.Add(MailVerbs.CreateOtp(doors));
        // The host handles signals itself; the parser's own handling would cut its orderly stop short after two seconds.
        return root.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static Command Verb(string name, string description, Func<IReadOnlyList<string>, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, _) => run(parsed.UnmatchedTokens));
        return command;
    }

    private static Command CameraTest(CommandDoors doors)
    {
        var camera = new Option<string?>("--camera") { Description = "Id of the camera; without it, the first." };
        var file = new Option<string>("--out") { Description = "Where the picture goes.", DefaultValueFactory = _ => "camera_test.jpg" };
        var command = new Command("camera-test", "Takes one picture without the service and saves it.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Add(camera);
        command.Add(file);
        command.SetAction(
            (parsed, _) => CameraTestCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(camera), parsed.GetValue(file)!, doors)
        );
        return command;
    }

    private static Command DisableAddressLists(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        var command = new Command("disable-address-lists", "Switches both address lists off, also while the service runs.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Add(json);
        command.SetAction((parsed, _) => DisableAddressListsCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors));
        return command;
    }

    private static Command FactoryReset(CommandDoors doors)
    {
        var yes = new Option<bool>("--yes") { Description = "Does not ask whether you are sure." };
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        var command = new Command("factory-reset", "Removes all accounts, sessions and keys; the camera is then claimed anew.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Add(yes);
        command.Add(json);
        command.SetAction(
            (parsed, _) => FactoryResetCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(yes), parsed.GetValue(json), doors)
        );
        return command;
    }

    private static Command Audit(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "For programs." };
        var verify = new Command(
            "verify",
            "Looks whether a row of the log of what happened was changed or removed; exit code 1 when one was."
        )
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        verify.Add(json);
        verify.SetAction((parsed, _) => AuditVerifyCommand.RunAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors));
        return new Command("audit", "The log of what happened.") { verify };
    }
}
