using PiLittleEye.Mail.Imap;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapTextTests
{
    [Theory]
    // The examples of RFC 3501, and what people call folders.
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("Entwürfe & Söhne", "Entw&APw-rfe &- S&APY-hne")]
    [InlineData("INBOX", "INBOX")]
    [InlineData("📷", "&2D3c9w-")]
    [InlineData("a\tb", "a&AAk-b")]
    public void A_folder_is_written_in_letters_of_all_servers(string name, string written) => Assert.Equal(written, ImapText.Folder(name));

    [Theory]
    [InlineData(" 3-Nov-2026 07:08:09 +0130", "2026-11-03T07:08:09+01:30")]
    [InlineData("30-Nov-2026 07:08:09 -0800", "2026-11-30T07:08:09-08:00")]
    [InlineData("03-Nov-2026 07:08:09 +0000", "2026-11-03T07:08:09+00:00")]
    [InlineData("3-Nov-2026 07:08:09", "1970-01-01T00:00:00+00:00")]
    [InlineData("32-Nov-2026 07:08:09 +0000", "1970-01-01T00:00:00+00:00")]
    [InlineData("", "1970-01-01T00:00:00+00:00")]
    public void A_time_that_cannot_be_read_is_too_old_for_anything(string text, string time) =>
        Assert.Equal(time, ImapText.Time(text).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("plain", true)]
    [InlineData("\"\\", true)]
    [InlineData("ü", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\0b", false)]
    [InlineData("\u007f", false)]
    public void Only_what_is_harmless_stands_in_quotes(string text, bool can) => Assert.Equal(can, ImapText.CanBeQuoted(text));
}
