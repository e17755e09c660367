using System.Globalization;
using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>mail senders</c>: who may ask for a photo by mail, under the same rules as the page.</summary>
internal static class MailSendersCommand
{
    public static Task<int> AddAsync(
        IReadOnlyList<string> settings,
        string address,
        string? accountName,
        string? sharesWith,
        bool isJson,
        CommandDoors doors
    ) =>
        RunAsync(
            settings,
            doors,
            async services =>
            {
                var senders = services.GetRequiredService<Senders>();
                if (MailAddress.Parse(address) is not { } parsed)
                {
                    return await RefuseAsync($"\"{address}\" is no address that mail can be sent to. Use one like name@example.org.");
                }

                var account = accountName is null ? null : AccountCommand.Find(services, accountName);
                if (accountName is not null && account is null)
                {
                    return await RefuseAsync(AccountAnswer.Nobody(accountName).Refusal!);
                }

                var partner = sharesWith is null ? null : Find(senders, sharesWith);
                if (sharesWith is not null && partner is null)
                {
                    return await RefuseAsync(Nobody(sharesWith));
                }

                var (sender, secret, isFull) = senders.Add(parsed, account?.Id, partner);
                if (sender is null)
                {
                    return await RefuseAsync(
                        isFull
                            ? $"There are {Senders.Most} senders already. Remove those that nobody uses any more."
                            : $"{parsed} is on the list already."
                    );
                }

                await services.GetRequiredService<SenderTrail>().AddedAsync(context: null, sender, account?.Name);
                var item = SenderItem.Of(sender, services.GetRequiredService<TimeProvider>().GetUtcNow());
                await Console.Out.WriteLineAsync(
                    isJson
                        ? JsonSerializer.Serialize(SenderCreated.Of(item, secret), PhotoRepliesJson.Default.SenderCreated)
                        : Words(sender, partner, secret)
                );
                return 0;
            }
        );

    public static Task<int> ListAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        RunAsync(
            settings,
            doors,
            async services =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var accounts = services.GetRequiredService<AccountCallers>();
                var senders = services.GetRequiredService<Senders>().All;
                IReadOnlyList<SenderItem> items = [.. senders.Select(sender => SenderItem.Of(sender, now))];
                await Console.Out.WriteLineAsync(
                    isJson ? JsonSerializer.Serialize(items, PhotoRepliesJson.Default.IReadOnlyListSenderItem)
                    : items.Count == 0 ? "Nobody may ask for photos by mail. Add somebody with: pi-little-eye otp setup name@example.org"
                    : string.Join('\n', items.Select(sender => Line(sender, sender.Account is { } id ? accounts.NameOf(id) : null)))
                );
                return 0;
            }
        );

    public static Task<int> RemoveAsync(IReadOnlyList<string> settings, string address, bool isJson, CommandDoors doors) =>
        RunAsync(
            settings,
            doors,
            async services =>
            {
                var senders = services.GetRequiredService<Senders>();
                if (Find(senders, address) is not { } sender)
                {
                    return await RefuseAsync(Nobody(address));
                }

                senders.Remove(sender);
                await services.GetRequiredService<SenderTrail>().RemovedAsync(context: null, sender);
                await Console.Out.WriteLineAsync(isJson ? "{}" : $"{sender.Address} may not ask for photos by mail any more.");
                return 0;
            }
        );

    /// <returns>Null when nobody with this address is on the list.</returns>
    public static PhotoSender? Find(Senders senders, string address) =>
        MailAddress.Parse(address) is { } parsed ? senders.All.FirstOrDefault(sender => sender.Address == parsed.ToString()) : null;

    public static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    public static Task<int> RunAsync(IReadOnlyList<string> settings, CommandDoors doors, Func<IServiceProvider, Task<int>> work) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            return await work(app.Services);
        });

    private static string Nobody(string address) => $"{address} is not on the list. See: pi-little-eye mail senders list";

    private static string Words(PhotoSender sender, PhotoSender? partner, SharedSecret? secret) =>
        secret is null
            ? $"{sender.Address} may ask with the codes of {partner!.Address}."
            : $"""
                Secret: {secret.Secret}
                Link:   {secret.Uri}
                {sender.Address} may ask once a code was checked: pi-little-eye otp setup {sender.Address} makes a new secret and does it all.
                """;

    private static string Line(SenderItem sender, string? account) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{sender.Address, -32}  {(sender.Account is null ? "all cameras" : $"as {account ?? "an account that is gone"}")}, {(sender.LockedUntil is { } until ? $"locked until {until:u}" : sender.IsVerified ? "ready" : "code not checked yet")}, {sender.Replies} answers"
        );
}
