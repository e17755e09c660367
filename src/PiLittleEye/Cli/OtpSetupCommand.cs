using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;

namespace PiLittleEye.Cli;

/// <summary><c>otp setup</c>: a secret for a sender as a QR code in the terminal, and codes typed until one is right (PCB-8).</summary>
internal static class OtpSetupCommand
{
    // PrintCameraBot asked for ever; whoever typed twenty wrong ones has another trouble than a code that ran out.
    private const int Tries = 20;

    public static Task<int> RunAsync(IReadOnlyList<string> settings, string address, bool isJson, CommandDoors doors) =>
        MailSendersCommand.RunAsync(
            settings,
            doors,
            async services =>
            {
                var senders = services.GetRequiredService<Senders>();
                var trail = services.GetRequiredService<SenderTrail>();
                if (MailAddress.Parse(address) is not { } parsed)
                {
                    return await MailSendersCommand.RefuseAsync(
                        $"\"{address}\" is no address that mail can be sent to. Use one like name@example.org."
                    );
                }

                var (sender, secret) = await GiveSecretAsync(senders, parsed, trail);
                if (sender is null || secret is null)
                {
                    return await MailSendersCommand.RefuseAsync(
                        $"There are {Senders.Most} senders already. Remove those that nobody uses any more."
                    );
                }

                await Console.Out.WriteLineAsync(
                    isJson ? JsonSerializer.Serialize(secret, PhotoRepliesJson.Default.SharedSecret) : Words(secret)
                );
                if (!Verify(senders, sender))
                {
                    return await MailSendersCommand.RefuseAsync(
                        $"No code was right, so {sender.Address} cannot ask yet. See whether the clocks of this machine and the phone are right, then begin again."
                    );
                }

                await trail.VerifiedAsync(context: null, sender);
                await Console.Out.WriteLineAsync(isJson ? "{}" : $"The code is right: {sender.Address} may ask for photos by mail.");
                return 0;
            }
        );

    private static async Task<(PhotoSender? Sender, SharedSecret? Secret)> GiveSecretAsync(
        Senders senders,
        MailAddress address,
        SenderTrail trail
    )
    {
        if (MailSendersCommand.Find(senders, address.ToString()) is { } known)
        {
            var renewed = senders.Renew(known);
            await trail.RenewedAsync(context: null, known);
            return (known, renewed);
        }

        var (sender, secret, _) = senders.Add(address, accountId: null, partner: null);
        if (sender is not null)
        {
            await trail.AddedAsync(context: null, sender, account: null);
        }

        return (sender, secret);
    }

    private static bool Verify(Senders senders, PhotoSender sender)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            Console.Error.Write(tries == 0 ? "Code of the authenticator: " : "That was wrong. The code it shows now: ");
            if (Console.In.ReadLine() is not { } code)
            {
                return false;
            }

            if (senders.Verify(sender, code))
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(SharedSecret secret) =>
        $"""
            {QrText.Of(secret.Uri, isTerminal: !Console.IsOutputRedirected)}
            Scan this with an authenticator on the phone, or type it there: {secret.Secret}
            """;
}
