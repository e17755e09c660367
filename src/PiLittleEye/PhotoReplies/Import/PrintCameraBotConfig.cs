using System.Globalization;
using System.Text.Json;

namespace PiLittleEye.PhotoReplies.Import;

/// <summary>
/// What stands in PrintCameraBot's <c>config.json</c>, as far as it means anything here, and why the rest does not. Its secrets are counted and
/// compared, to see who shares one, and never kept. Pure; of any JSON it makes something.
/// </summary>
internal sealed class PrintCameraBotConfig
{
    // Six digits and a mail's way are what they were; see PhotoReplyChange.
    private const int LeastCodeSeconds = 60;
    private const int MostCodeSeconds = 300;

    // See MailAccountChange.
    private const int LeastPollingSeconds = 10;
    private const int MostPollingSeconds = 3600;

    private const string Unknown = "PrintCameraBot has no such setting.";

    private const string Weak =
        "its secret is not taken: PrintCameraBot's have only 16.6 bits (about 100,000 different ones), and one mail with a code is enough to find it. A new one of 160 bits was made; show its QR code on the page, or with otp setup";

    private readonly List<ImportLeft> _left = [];

    private PrintCameraBotConfig() { }

    public string? Address { get; private set; }

    public string? IncomingHost { get; private set; }

    public string? OutgoingHost { get; private set; }

    public string? Subject { get; private set; }

    public int? PollingSeconds { get; private set; }

    public int? CodeSeconds { get; private set; }

    /// <summary>Addresses that shared a secret stand together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Senders { get; private set; } = [];

    /// <summary>What is not taken, whatever else happens.</summary>
    public IReadOnlyList<ImportLeft> Left => _left;

    /// <param name="file">As it was read; of a key that stands there twice, whichever the reader took.</param>
    public static PrintCameraBotConfig Read(IReadOnlyDictionary<string, JsonElement> file)
    {
        var config = new PrintCameraBotConfig();
        foreach (var (key, value) in file)
        {
            try
            {
                config.Read(key, value);
            }
            catch (InvalidOperationException)
            {
                // JsonElement, of half a surrogate pair.
                config.Leave(key, "a text in it has half a character, which is none. Set it on the page.");
            }
        }

        return config;
    }

    private void Read(string key, JsonElement value)
    {
        switch (key)
        {
            case "credentials":
                ReadCredentials(value);
                break;
            case "email_subject":
                Subject = Text(key, value);
                break;
            case "polling_period":
                PollingSeconds = Seconds(key, value, LeastPollingSeconds, MostPollingSeconds);
                break;
            case "2fa_lookback":
                CodeSeconds = Seconds(key, value, LeastCodeSeconds, MostCodeSeconds);
                break;
            case "approved_users":
                ReadSenders(value);
                break;
            default:
                Leave(key, WhyNot(key, value));
                break;
        }
    }

    private void ReadCredentials(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Leave("credentials", "it is no object with address, imap_host and smtp_host. Set the mail account up on the page.");
            return;
        }

        foreach (var credential in value.EnumerateObject())
        {
            var (path, part) = ($"credentials.{credential.Name}", credential.Value);
            switch (credential.Name)
            {
                case "address":
                    Address = Text(path, part);
                    break;
                case "imap_host":
                    IncomingHost = Text(path, part);
                    break;
                case "smtp_host":
                    OutgoingHost = Text(path, part);
                    break;
                case "password":
                    Leave(
                        path,
                        "a password that stood readable in a file is not taken. Make an app password for this camera, and change the old one."
                    );
                    break;
                default:
                    Leave(path, Unknown);
                    break;
            }
        }
    }

    private void ReadSenders(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Leave("approved_users", "it is no object of addresses and secrets. Add the senders on the page.");
            return;
        }

        // Only texts are secrets; whatever else stands there is shared with nobody.
        Senders =
        [
            .. value
                .EnumerateObject()
                .GroupBy(
                    user => user.Value.ValueKind == JsonValueKind.String ? $"\"{user.Value.GetString()}" : user.Name,
                    user => user.Name,
                    StringComparer.Ordinal
                )
                .Select(group => (IReadOnlyList<string>)[.. group.Distinct(StringComparer.Ordinal)]),
        ];
        foreach (var address in Senders.SelectMany(group => group))
        {
            Leave($"approved_users.{Shown(address)} (secret)", Weak + ".");
        }
    }

    private static string WhyNot(string key, JsonElement value) =>
        key switch
        {
            "camera_port" =>
                $"cameras are the installer's: write \"Source\": \"v4l2\", \"Device\": \"/dev/video{Index(value)}\" into the section Cameras of the settings file, if the right one is not found by itself.",
            "image_resolution" => "PrintCameraBot never read it. Choose the size on the camera's page.",
            "exposure_time" => "the camera finds its exposure by itself; the first pictures, until it settles, are never sent.",
            "camera_boot_time" => "nothing waits a fixed time any more: a photo is sent once the exposure has settled.",
            "max_emails" => "answers are limited by sender and hour instead: 6 and 30, on the page.",
            "logger_filesize" or "log_filecount" =>
                "the log is the system's journal, and what happened is kept by Log:KeepDays of the settings file.",
            _ => Unknown,
        };

    // Nothing else of the file is repeated: it may be a secret in the wrong place.
    private static int Index(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var index) ? index : 0;

    private string? Text(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } found)
        {
            return found;
        }

        Leave(key, "it is no text. Set it on the page.");
        return null;
    }

    private int? Seconds(string key, JsonElement value, int least, int most)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
        {
            Leave(key, "it is no number of seconds. Set it on the page.");
            return null;
        }

        var whole = (int)Math.Clamp(Math.Round(seconds), least, most);
        if (Math.Abs(whole - seconds) > 0.5)
        {
            Leave(
                $"{key} {seconds.ToString(CultureInfo.InvariantCulture)}",
                string.Create(CultureInfo.InvariantCulture, $"only {least} to {most} seconds are possible; {whole} was taken.")
            );
        }

        return whole;
    }

    private void Leave(string what, string why) => _left.Add(new ImportLeft(Shown(what), char.ToUpperInvariant(why[0]) + why[1..]));

    private static string Shown(string text) => text.Length <= 200 ? text : $"{text[..200]}…";
}
