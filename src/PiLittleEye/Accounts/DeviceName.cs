namespace PiLittleEye.Accounts;

/// <summary>What a device is called in a list of sessions: "Firefox on Android". Pure, and good for recognising one's own devices only.</summary>
internal static class DeviceName
{
    private const string Unknown = "Unknown device";

    // In this order: most browsers also claim to be those further down.
    private static readonly (string Mark, string Name)[] s_programs =
    [
        ("SamsungBrowser/", "Samsung Internet"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
        ("Lavf/", "ffmpeg"),
        ("VLC/", "VLC"),
        ("python", "Python"),
        ("Wget/", "Wget"),
    ];

    private static readonly (string Mark, string Name)[] s_systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <param name="userAgent">As the header came; anything.</param>
    public static string Of(string userAgent) =>
        (Find(s_programs, userAgent), Find(s_systems, userAgent)) switch
        {
            ({ } program, { } system) => $"{program} on {system}",
            ({ } program, null) => program,
            (null, { } system) => system,
            _ => Unknown,
        };

    private static string? Find((string Mark, string Name)[] marks, string userAgent) =>
        marks.FirstOrDefault(mark => userAgent.Contains(mark.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
