using PiLittleEye.Audit;

namespace PiLittleEye.Mail.Account;

/// <summary>What happens to the mail account, for whoever asks later: the one place that tells it. Never a secret.</summary>
internal sealed class MailAccountTrail(AuditLog audit)
{
    /// <param name="context">Null for the command line.</param>
    public Task ChangedAsync(HttpContext? context, MailAccountSettings before, MailAccountSettings after, bool isPasswordNew)
    {
        var (kind, text) = before.IsSetUp
            ? ("mail-account-changed", $"The mail account was changed: {Difference(before, after, isPasswordNew)}.")
            : (
                "mail-account-set-up",
                $"The mail account {after.Address} was set up, reading at {after.Incoming} and sending through {after.Outgoing}."
            );
        var entry = context is null ? AuditEntry.ByCommandLine(kind, text) : AuditEntry.By(context, kind, text);
        return audit.SaveAsync(entry with { Subject = after.Address });
    }

    /// <param name="by">Who began it, and from where.</param>
    public Task SignedInAsync(AuditEntry by, MailAccountSettings before, MailAccountSettings after)
    {
        var what = before.IsSetUp
            ? "was signed in with its provider"
            : $"was set up and signed in with its provider, reading at {after.Incoming}";
        var entry = by with
        {
            Kind = "mail-account-signed-in",
            Text = $"The mail account {after.Address} {what}.",
            Subject = after.Address,
        };
        return audit.SaveAsync(entry);
    }

    /// <param name="failed">The step that did not pass; null when all did.</param>
    public void Tested(string address, string? failed) =>
        audit.Write(
            new AuditEntry(
                "mail-account-tested",
                failed is null
                    ? $"The mail account {address} was tested, and all is well."
                    : $"The mail account {address} was tested, and failed: {failed}."
            )
            {
                Subject = address,
                Succeeded = failed is null,
            }
        );

    public void SignInLost(MailAccountSettings account, string reason) =>
        audit.Write(
            new AuditEntry("mail-sign-in-lost", $"The provider of {account.Address} takes no more logins. {reason}")
            {
                Subject = account.Address,
                Succeeded = false,
                IsAlert = true,
            }
        );

    public Task RemovedAsync(HttpContext context, MailAccountSettings before) =>
        audit.SaveAsync(
            AuditEntry.By(context, "mail-account-removed", $"The mail account {before.Address} and its secret were removed.") with
            {
                Subject = before.Address,
            }
        );

    private static string Difference(MailAccountSettings before, MailAccountSettings after, bool isPasswordNew)
    {
        List<string> parts = [];
        Add("address", before.Address, after.Address);
        Add("provider", before.Provider, after.Provider);
        Add("user", before.User, after.User);
        Add("incoming", $"{before.Incoming} {before.Incoming?.Encryption}", $"{after.Incoming} {after.Incoming?.Encryption}");
        Add("outgoing", $"{before.Outgoing} {before.Outgoing?.Encryption}", $"{after.Outgoing} {after.Outgoing?.Encryption}");
        Add("authentication", before.Authentication, after.Authentication);
        Add("folder", before.Folder, after.Folder);
        Add("pollingSeconds", before.PollingSeconds, after.PollingSeconds);
        Add("mailsPerHour", before.MailsPerHour, after.MailsPerHour);
        if (isPasswordNew)
        {
            parts.Add("password given anew");
        }

        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);

        void Add<T>(string name, T was, T isNow)
        {
            if (!Equals(was, isNow))
            {
                parts.Add($"{name} from {was} to {isNow}");
            }
        }
    }
}
