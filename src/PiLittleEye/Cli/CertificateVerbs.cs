using System.CommandLine;

namespace PiLittleEye.Cli;

/// <summary><c>certificate show</c>, <c>import</c>, <c>remove</c>, <c>renew</c> and <c>authority</c>, as they are typed.</summary>
internal static class CertificateVerbs
{
    public static Command Create(CommandDoors doors)
    {
        var json = new Option<bool>("--json") { Description = "Answers for programs." };
        return new Command("certificate", "The certificate: show, import, remove, renew, authority. Works while the service runs.")
        {
            Plain(
                "show",
                "Shows which certificate is in force.",
                json,
                (settings, isJson) => CertificateCommand.ShowAsync(settings, isJson, doors)
            ),
            Import(json, doors),
            Plain(
                "remove",
                "Takes an imported certificate away again.",
                json,
                (settings, isJson) => CertificateCommand.RemoveAsync(settings, isJson, doors)
            ),
            Plain(
                "renew",
                "Makes the self-made one anew, with another key.",
                json,
                (settings, isJson) => CertificateCommand.RenewAsync(settings, isJson, doors)
            ),
            Authority(json, doors),
        };
    }

    private static Command Plain(string name, string description, Option<bool> json, Func<IReadOnlyList<string>, bool, Task<int>> run)
    {
        var command = Verb(name, description);
        command.Add(json);
        command.SetAction((parsed, _) => run(parsed.UnmatchedTokens, parsed.GetValue(json)));
        return command;
    }

    private static Command Import(Option<bool> json, CommandDoors doors)
    {
        var certificate = new Option<string>("--certificate")
        {
            Description = "PEM file: the certificate, its issuers behind it.",
            Required = true,
        };
        var key = new Option<string?>("--key") { Description = "PEM file with its private key; without it, the same file." };
        var command = Verb("import", "Takes over your own certificate, as certbot's deploy hook does.");
        command.Add(certificate);
        command.Add(key);
        command.Add(json);
        command.SetAction(
            (parsed, _) =>
                CertificateCommand.ImportAsync(
                    parsed.UnmatchedTokens,
                    parsed.GetValue(certificate)!,
                    parsed.GetValue(key) ?? parsed.GetValue(certificate)!,
                    parsed.GetValue(json),
                    doors
                )
        );
        return command;
    }

    private static Command Authority(Option<bool> json, CommandDoors doors)
    {
        var remove = new Option<bool>("--remove") { Description = "Gives it up; phones that trust it see the warning again." };
        var command = Verb("authority", "Makes this camera's own authority, or shows it. Its root on a phone takes the warning away.");
        command.Add(remove);
        command.Add(json);
        command.SetAction(
            (parsed, _) =>
                parsed.GetValue(remove)
                    ? AuthorityCommand.RemoveAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors)
                    : AuthorityCommand.MakeAsync(parsed.UnmatchedTokens, parsed.GetValue(json), doors)
        );
        return command;
    }

    private static Command Verb(string name, string description) => new(name, description) { TreatUnmatchedTokensAsErrors = false };
}
