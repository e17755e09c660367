using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Mail.Account;

/// <summary>What an address must look like to be set up here: a bare one, without the quotes and numbers that providers do not give and parsers differ over.</summary>
internal static class MailAddressText
{
    public static bool IsUsable(string text) => BareAddress.IsOne(text) && !text.AsSpan().ContainsAny('"', '[');

    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
}
