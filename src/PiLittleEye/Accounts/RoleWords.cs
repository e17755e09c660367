using System.Diagnostics.CodeAnalysis;

namespace PiLittleEye.Accounts;

/// <summary>Roles as the API and the command line say them.</summary>
internal static class RoleWords
{
    public const string All = "administrator, viewer or guest";

    [SuppressMessage("Globalization", "CA1308", Justification = "A word of the API, never compared.")]
    public static string Of(AccountRole role) => role.ToString().ToLowerInvariant();

    public static bool TryRead(string? word, out AccountRole role)
    {
        role = Enum.GetValues<AccountRole>().FirstOrDefault(known => Of(known) == word);
        return Of(role) == word;
    }
}
