using System.Text.Json;
using PiLittleEye.Certificates;

namespace PiLittleEye.Cli;

/// <summary><c>certificate authority</c>: makes it where there is none, and says what it may vouch for.</summary>
internal static class AuthorityCommand
{
    public static Task<int> MakeAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        CertificateCommand.RunAsync(
            settings,
            isJson,
            static desk => desk.EnsureAuthority() ? CertificateChange.AuthorityMade : null,
            doors,
            Describe
        );

    public static Task<int> RemoveAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        CertificateCommand.RunAsync(
            settings,
            isJson,
            static desk => desk.RemoveAuthority() ? CertificateChange.AuthorityRemoved : null,
            doors,
            Describe
        );

    // Under which address a phone reaches this camera is not known here; the page, which was reached, shows it as a QR code.
    private static string Describe(CertificateDesk desk, bool isJson)
    {
        var shown = AuthorityResponse.Of(desk.Authority.Root, url: null);
        return isJson ? JsonSerializer.Serialize(shown, CertificatesJson.Default.AuthorityResponse)
            : shown.IsMade
                ? $"""
                    authority    {shown.Subject}
                    fingerprint  {shown.Fingerprint}
                    valid        {shown.NotBefore:yyyy-MM-dd} to {shown.NotAfter:yyyy-MM-dd}
                    vouches for  {string.Join(", ", shown.Names.Concat(shown.Ranges))}
                    Put its root on a phone: open /authority.crt of this camera there, or scan the code on the page under Certificate.
                    """
            : "There is no local authority.";
    }
}
