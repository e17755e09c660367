namespace PiLittleEye.Tests.Architecture;

/// <summary>The plan of the house. The table in src/README.md says the same, and a test compares them.</summary>
internal static class House
{
    /// <summary>From the ground up: a room may use only what its line lists, and only rooms listed before it.</summary>
    public static readonly (string Room, string[] MayUse)[] Rooms =
    [
        ("Native", []),
        ("Problems", []),
        ("Health", []),
        ("Settings", []),
        ("Frames", ["Native"]),
        ("Lettering", ["Frames"]),
        ("Imaging", ["Native", "Problems", "Frames", "Lettering"]),
        ("Storage", ["Problems", "Settings"]),
        ("Rights", ["Problems"]),
        ("Audit", ["Problems", "Settings", "Storage", "Rights"]),
        ("Accounts", ["Problems", "Storage", "Rights", "Audit"]),
        ("Keys", ["Problems", "Frames", "Storage", "Rights", "Audit", "Accounts"]),
        ("Certificates", ["Problems", "Settings", "Storage", "Rights", "Audit"]),
        ("Mail", ["Problems", "Settings", "Storage", "Rights", "Audit"]),
        ("Cameras", ["Native", "Problems", "Health", "Settings", "Frames", "Lettering", "Imaging", "Storage", "Rights", "Audit"]),
        ("Streaming", ["Problems", "Health", "Settings", "Frames", "Lettering", "Imaging", "Rights", "Audit"]),
        ("PhotoReplies", ["Problems", "Frames", "Storage", "Rights", "Audit", "Accounts", "Mail"]),
        ("AccessLists", ["Problems", "Settings", "Storage", "Rights", "Audit"]),
        ("Hosting", ["Problems", "Health", "Settings", "Storage"]),
        (
            "Web",
            ["Problems", "Health", "Settings", "Storage", "Rights", "Audit", "Accounts", "Keys", "Certificates", "Streaming", "AccessLists"]
        ),
        (
            "Cli",
            [
                "Settings",
                "Frames",
                "Imaging",
                "Storage",
                "Rights",
                "Audit",
                "Accounts",
                "Keys",
                "Certificates",
                "Mail",
                "Cameras",
                "PhotoReplies",
                "AccessLists",
            ]
        ),
    ];

    /// <summary>The checkout: the folder with the solution in it.</summary>
    public static string Checkout
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "PiLittleEye.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
            }

            return folder;
        }
    }

    public static string Source => Path.Combine(Checkout, "src", "PiLittleEye");

    public static CodeMap Map() => new(Path.Combine(AppContext.BaseDirectory, "PiLittleEye.dll"));
}
