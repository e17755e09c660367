using System.Globalization;
using System.Text.Json.Nodes;
using PiLittleEye.Accounts;
using PiLittleEye.Benchmarks.Served;
using PiLittleEye.Benchmarks.Workbench;
using PiLittleEye.Frames;

namespace PiLittleEye.Benchmarks.Rows;

/// <summary>From the mail in the camera's mailbox to the photo in its asker's, over real Dovecot and Postfix.</summary>
/// <param name="way">idle: the server tells of new mails, and the camera runs; cold: the camera is off; poll: the server cannot tell.</param>
/// <param name="mails">So many, one after the other.</param>
/// <param name="most">Seconds that 95 of 100 may take.</param>
internal sealed class MailReplyRow(string way, int mails, double most) : IBenchmarkRow
{
    private const string Poll = "poll";
    private const string Cold = "cold";
    private const int PollingSeconds = 10;

    // A camera nobody looks at goes off after ten.
    private static readonly TimeSpan s_untilDark = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan s_untilListening = TimeSpan.FromSeconds(4);

    public string Name => $"mail-reply-{way}";

    public string Unit => "s (p95)";

    public string Goal =>
        way == Poll
            ? string.Create(CultureInfo.InvariantCulture, $"p95 < {PollingSeconds} s of polling + 1.5")
            : string.Create(CultureInfo.InvariantCulture, $"p95 < {most}");

    private string User => way == Poll ? "noidle" : "camera";

    public async Task<Figure> MeasureAsync(Workshop workshop, CancellationToken cancellation)
    {
        await using var house = await MailHouse.StartAsync(cancellation);
        await using var product = await ServedProduct.StartApplianceAsync(
            workshop,
            workshop.Frames(new Resolution(1280, 720)),
            cancellation,
            $"--Mail:TrustedAuthority={house.Authority}"
        );
        var secrets = await FurnishAsync(product, house, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = way == Cold ? Task.CompletedTask : WatchAsync(product, stop.Token);
        await Task.Delay(s_untilListening, TimeProvider.System, cancellation);
        var seconds = new List<double>();
        for (var mail = 0; mail < mails; mail++)
        {
            if (way == Cold)
            {
                await Task.Delay(s_untilDark, TimeProvider.System, cancellation);
            }

            var code = Totp.CodeOf(secrets[mail], Totp.StepAt(TimeProvider.System.GetUtcNow()));
            seconds.Add((await house.AnsweredAsync(User, Request(mail, code), cancellation)).TotalSeconds);
        }

        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Result(seconds);
    }

    private Figure Result(List<double> seconds)
    {
        seconds.Sort();
        var p95 = seconds[(int)Math.Ceiling(seconds.Count * 0.95) - 1];
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {seconds[seconds.Count / 2]:0.00} s, slowest {seconds[^1]:0.00} s of {seconds.Count}; 720p, until it lies in the mailbox"
        );
        return new Figure(p95, p95 < most, detail);
    }

    // One sender for each mail: a code opens once, and the next one comes after half a minute.
    private async Task<List<byte[]>> FurnishAsync(ServedProduct product, MailHouse house, CancellationToken cancellation)
    {
        await SaveAsync(
            product.Client.PutAsJsonAsync(
                "/api/v1/mail",
                new
                {
                    address = $"{User}@test.local",
                    user = User,
                    password = $"{User}-pw",
                    pollingSeconds = PollingSeconds,
                    mailsPerHour = 200,
                    incoming = new
                    {
                        host = "localhost",
                        port = house.BasePort + 1,
                        encryption = "tls",
                    },
                    outgoing = new
                    {
                        host = "localhost",
                        port = house.BasePort + 4,
                        encryption = "tls",
                    },
                },
                cancellation
            ),
            cancellation
        );
        // Nothing on the way adds what a provider's server would; the code is checked all the same.
        var wish = new
        {
            isOn = true,
            needsAuthentication = false,
            perHour = 200,
        };
        await SaveAsync(product.Client.PutAsJsonAsync("/api/v1/photo-replies", wish, cancellation), cancellation);

        var secrets = new List<byte[]>();
        for (var sender = 0; sender < mails; sender++)
        {
            const string senders = "/api/v1/photo-replies/senders";
            var made = await SaveAsync(
                product.Client.PostAsJsonAsync(senders, new { address = AddressOf(sender) }, cancellation),
                cancellation
            );
            secrets.Add(Base32(made!["secret"]!.GetValue<string>()));
            // The code of half a minute ago, so that the one of now is still good for the mail.
            var code = Totp.CodeOf(secrets[sender], Totp.StepAt(TimeProvider.System.GetUtcNow()) - 1);
            await SaveAsync(
                product.Client.PostAsJsonAsync($"{senders}/{made["id"]!.GetValue<long>()}/verification", new { code }, cancellation),
                cancellation
            );
        }

        return secrets;
    }

    private static async Task<JsonNode?> SaveAsync(Task<HttpResponseMessage> request, CancellationToken cancellation)
    {
        using var answer = await request;
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? (text.Length == 0 ? null : JsonNode.Parse(text))
            : throw new CannotMeasureException($"The service did not take it: {text}");
    }

    private static async Task WatchAsync(ServedProduct product, CancellationToken cancellation)
    {
        await using var video = await product.Client.GetStreamAsync(new Uri("/api/v1/video/mjpeg", UriKind.Relative), cancellation);
        await video.CopyToAsync(Stream.Null, cancellation);
    }

    private static string AddressOf(int sender) => string.Create(CultureInfo.InvariantCulture, $"owner{sender}@example.net");

    private string Request(int sender, string code) =>
        string.Join(
            "\r\n",
            $"From: Ada <{AddressOf(sender)}>",
            $"To: <{User}@test.local>",
            "Subject: Photo",
            $"Message-ID: <{Guid.NewGuid():N}@example.net>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            code,
            ""
        );

    private static byte[] Base32(string text)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            held = ((held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
