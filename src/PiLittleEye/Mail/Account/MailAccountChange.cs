using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Account;

/// <summary>Body of <c>PUT mail</c>: what is left out stays. The password goes in and never comes out.</summary>
// A setting that does not exist is refused, not ignored.
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MailAccountChange(
    string? Address,
    string? Provider,
    string? User,
    string? Authentication,
    string? Password,
    MailServerChange? Incoming,
    MailServerChange? Outgoing,
    string? Folder,
    int? PollingSeconds,
    int? MailsPerHour
)
{
    // Dovecot cuts commands at 64 KB, Yahoo at 1,000 octets: what is far below both is a password and nothing else.
    private const int LongestPassword = 256;
    private const int LongestUser = 256;
    private const int LongestFolder = 128;

    // Ten seconds are the shortest that a mailbox of a provider bears for days; after an hour nobody waits for a photo any more.
    private const int ShortestPolling = 10;
    private const int LongestPolling = 3600;

    // Nobody's account takes a thousand an hour (Gmail 500 a day, Microsoft 365 30 a minute); more is a slip of the finger.
    private const int MostMails = 1000;

    private static readonly MailServerChange s_nothing = new(Host: null, Port: null, Encryption: null);

    /// <summary>As it goes over the wire; null when none was sent.</summary>
    [JsonIgnore]
    public string? Secret => Password is null ? null : MailPassword.Plain(Password);

    /// <summary>To signing in with the provider.</summary>
    public static MailAccountChange ToToken(string provider, string address) =>
        new(address, provider, User: address, MailWords.OAuth2, Password: null, Incoming: null, Outgoing: null, Folder: null, null, null);

    /// <param name="before">What is in force.</param>
    /// <returns>The account as it would be, still with the secret of before, and one sentence for each wrong value.</returns>
    public (MailAccountSettings Account, Dictionary<string, string[]> Problems) ApplyTo(MailAccountSettings before)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var account = before with
        {
            Address = Address?.Trim() ?? before.Address,
            Provider = Provider ?? before.Provider,
            Folder = Folder?.Trim() ?? before.Folder,
            PollingSeconds = PollingSeconds ?? before.PollingSeconds,
            MailsPerHour = MailsPerHour ?? before.MailsPerHour,
        };
        CheckValues(account, problems);
        // The address is asked for what it says, so it must say something.
        account = Identify(account, before, problems.ContainsKey("address"), problems);
        if (!problems.ContainsKey("provider"))
        {
            account = Connect(account, before, problems);
        }

        return (CheckSecret(account, before, problems), problems);
    }

    private static void CheckValues(MailAccountSettings account, Dictionary<string, string[]> problems)
    {
        if (account.Address is null || !MailAddressText.IsUsable(account.Address))
        {
            var found = account.Address is null ? "missing" : $"\"{account.Address[..Math.Min(account.Address.Length, 60)]}\"";
            problems["address"] = [$"address is {found}; write the camera's mail address, as camera@example.org."];
        }

        if (MailProviders.Find(account.Provider) is null)
        {
            problems["provider"] =
            [
                $"provider is \"{account.Provider}\"; use one of {string.Join(", ", MailProviders.All.Select(one => one.Id))}.",
            ];
        }

        if (account.Folder.Length is 0 or > LongestFolder || account.Folder.Any(letter => letter is < ' ' or > '~'))
        {
            problems["folder"] =
            [
                $"folder must be a name of 1 to {LongestFolder} plain letters; use INBOX unless a rule moves the mails elsewhere.",
            ];
        }

        if (account.PollingSeconds is < ShortestPolling or > LongestPolling)
        {
            problems["pollingSeconds"] = [$"pollingSeconds is {account.PollingSeconds}; use {ShortestPolling} to {LongestPolling}."];
        }

        if (account.MailsPerHour is < 1 or > MostMails)
        {
            problems["mailsPerHour"] = [$"mailsPerHour is {account.MailsPerHour}; use 1 to {MostMails}."];
        }
    }

    private MailAccountSettings Identify(
        MailAccountSettings account,
        MailAccountSettings before,
        bool isNobody,
        Dictionary<string, string[]> problems
    )
    {
        // Whoever named no user meant the address, and goes on meaning it when the address changes.
        var user = User?.Trim() ?? (before.User == before.Address ? account.Address : before.User);
        if (!isNobody && (string.IsNullOrEmpty(user) || user.Length > LongestUser || user.Any(char.IsControl)))
        {
            problems["user"] = [$"user must be a name of 1 to {LongestUser} letters; leave it out to use the address."];
        }

        var authentication = Authentication is null ? Usual(account, before) : MailWords.Authentication(Authentication);
        if (authentication is null)
        {
            problems["authentication"] = [$"authentication is \"{Authentication}\"; use {MailWords.Password} or {MailWords.OAuth2}."];
        }

        if (
            authentication == MailAuthentication.OAuth2
            && MailProviders.Find(account.Provider) is { } provider
            && !provider.Authentications.Contains(MailAuthentication.OAuth2)
        )
        {
            problems["authentication"] =
            [
                $"authentication is {MailWords.OAuth2}, and {provider.Name} gives no tokens; use {MailWords.Password}.",
            ];
        }

        return account with
        {
            User = user,
            Authentication = authentication ?? before.Authentication,
        };
    }

    private static MailAuthentication Usual(MailAccountSettings account, MailAccountSettings before) =>
        account.Provider == before.Provider && before.IsSetUp || MailProviders.Find(account.Provider) is not { } provider
            ? before.Authentication
            : provider.Authentications[0];

    private MailAccountSettings Connect(MailAccountSettings account, MailAccountSettings before, Dictionary<string, string[]> problems)
    {
        var provider = MailProviders.Find(account.Provider)!;
        var address = problems.ContainsKey("address") ? null : account.Address;
        var isOther = account.Provider != before.Provider;
        var incoming = isOther ? MailProviders.IncomingOf(provider, address) : before.Incoming;
        var outgoing = isOther ? MailProviders.OutgoingOf(provider, address) : before.Outgoing;
        return account with
        {
            Incoming = (Incoming ?? s_nothing).ApplyTo("incoming", incoming, problems),
            Outgoing = (Outgoing ?? s_nothing).ApplyTo("outgoing", outgoing, problems),
        };
    }

    // Whoever could send a kept password to a server of their choice could read it there.
    private MailAccountSettings CheckSecret(MailAccountSettings account, MailAccountSettings before, Dictionary<string, string[]> problems)
    {
        var isOthers =
            account.Incoming != before.Incoming
            || account.Outgoing != before.Outgoing
            || account.User != before.User
            || account.Authentication != before.Authentication;
        if (account.Authentication == MailAuthentication.OAuth2)
        {
            if (Password is not null)
            {
                problems["password"] = [$"password is not used with {MailWords.OAuth2}; leave it out, and sign in with the provider."];
            }

            return isOthers ? account with { Secret = null } : account;
        }

        if (Secret is { } secret && (secret.Length is 0 or > LongestPassword || secret.Any(char.IsControl)))
        {
            problems["password"] = [$"password must have 1 to {LongestPassword} characters, none of them a control character."];
        }
        else if (Secret is null && (before.Secret is null || isOthers))
        {
            problems["password"] =
            [
                before.Secret is null
                    ? "password is missing; write the account's password, with most providers one made for this camera alone."
                    : "password is missing; write it again, because a kept one is never sent to another server or for another user.",
            ];
        }

        return account;
    }
}
