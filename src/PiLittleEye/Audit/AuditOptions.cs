using PiLittleEye.Settings;

namespace PiLittleEye.Audit;

/// <summary>How much of what happened is kept.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Log";

    /// <summary>As PLE.</summary>
    public int KeepDays { get; init; } = 90;

    /// <summary>About 30 MB. A camera that everybody on the internet knocks at writes eighty thousand in ninety days.</summary>
    public int MostEntries { get; init; } = 100_000;

    public static AuditOptions Read(SettingsSection section)
    {
        var fallback = new AuditOptions();
        return new AuditOptions
        {
            KeepDays = section.Integer(nameof(KeepDays), fallback.KeepDays, 1, 3650),
            MostEntries = section.Integer(nameof(MostEntries), fallback.MostEntries, 1000, 10_000_000),
        };
    }
}
