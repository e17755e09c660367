using System.Globalization;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>What callers by key and by ticket have in common.</summary>
internal static class KeyCaller
{
    public static string Credential(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static long IdOf(Caller caller) => long.Parse(caller.Credential, CultureInfo.InvariantCulture);

    /// <summary>Nothing outlasts the account in whose name it was made.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? own, DateTimeOffset? owners) => own is null || owners < own ? owners : own;
}
