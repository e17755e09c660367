using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Audit;

namespace PiLittleEye.Tests.Support;

/// <summary>Entries as strangers would like to have them in the log.</summary>
internal static class SomeEntries
{
    private static readonly Gen<string> s_text = FsCheck
        .Fluent.Gen.Elements(
            "a",
            "Ada",
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\"",
            "'",
            ",",
            ";",
            "\0",
            "\u202e",
            "\u2028",
            "\ud83d",
            "\udcf7",
            "📷",
            "é",
            "=cmd|' /C calc'!A0",
            " ",
            "%"
        )
        .ArrayOf()
        .Select(string.Concat);

    public static Gen<AuditEntry> Gen { get; } =
        from text in s_text
        from who in s_text
        from subject in s_text
        from isThere in FsCheck.Fluent.Gen.Elements(true, false)
        select new AuditEntry("test-done", text)
        {
            Who = isThere ? who : null,
            From = who,
            Subject = subject,
            IsAlert = isThere,
        };

    public static AuditRow Row(AuditEntry entry)
    {
        var clean = AuditText.Clean(entry);
        return new AuditRow(7, SteppingClock.Start, clean, AuditHash.Of(new byte[32], 7, SteppingClock.Start, clean));
    }
}
