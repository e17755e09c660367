using System.Globalization;

namespace PiLittleEye.PhotoReplies;

/// <summary>What an answer says. Nothing of the request is in it: the code stands there.</summary>
internal static class ReplyText
{
    public static string Of(ReplyFacts facts)
    {
        List<string> lines = [Headline(facts), ""];
        if (facts.NoPicture is { } reason)
        {
            lines.Add($"{reason.Explanation} {reason.Remedy}");
            lines.Add(
                "No older picture is sent in its place. The code is used up; the next one works as soon as your authenticator shows it."
            );
            lines.Add("");
        }

        if (facts.Wish == WishKind.Clip)
        {
            lines.Add("Moving pictures cannot be sent yet, so this is a photo.");
            lines.Add("");
        }

        lines.Add($"Camera: {facts.CameraName}");
        if (facts.CapturedAt is { } capturedAt)
        {
            lines.Add($"Taken: {Moment(capturedAt, facts.Zone)}, {Seconds(capturedAt - facts.ReceivedAt)} after your mail had come in");
            lines.Add($"Age when this was written: {Seconds(facts.Now - capturedAt)}");
        }

        lines.Add($"Watching now: {Viewers(facts.Viewers)}");
        if (facts.Temperature is { } degrees)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Temperature of the Pi: {degrees:0.0} °C"));
        }

        if (facts.ExternalAddress is { } address)
        {
            lines.Add($"Address of your home on the internet: {address}");
        }

        lines.Add("");
        lines.Add($"To see it live, open {facts.Page ?? "the camera's page"} at home or through your VPN and sign in.");
        lines.Add($"Words that may stand beside the next code: {Words(facts)}.");
        return string.Join('\n', lines);
    }

    private static string Headline(ReplyFacts facts) =>
        facts switch
        {
            { NoPicture: { } reason } => $"There is no picture of {facts.CameraName} at {Moment(facts.Now, facts.Zone)}: {reason.Title}.",
            { CapturedAt: null } => $"This is how {facts.CameraName} is at {Moment(facts.Now, facts.Zone)}.",
            { Wish: WishKind.Rotated, CapturedAt: { } at } =>
                $"{facts.CameraName} at {Moment(at, facts.Zone)}, turned by a quarter to the right.",
            { CapturedAt: { } at } => $"{facts.CameraName} at {Moment(at, facts.Zone)}.",
        };

    private static string Moment(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var offset = local.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd HH:mm:ss} ({zone.Id}, UTC{sign}{offset:hh\\:mm})");
    }

    // A clock that differs by a little must not make a photo from before the request.
    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalSeconds):0.0} s");

    private static string Viewers(int count) =>
        count switch
        {
            0 => "nobody",
            1 => "1 viewer",
            _ => string.Create(CultureInfo.InvariantCulture, $"{count} viewers"),
        };

    private static string Words(ReplyFacts facts) =>
        string.Join(", ", [.. facts.OtherCameras.Select(name => $"\"{name}\" for that camera"), "rotate", "status"]);
}
