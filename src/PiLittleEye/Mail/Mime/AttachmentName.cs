namespace PiLittleEye.Mail.Mime;

/// <summary>File names that every mail program and every disk takes.</summary>
internal static class AttachmentName
{
    // With its header's name in one line of 78.
    private const int Longest = 60;

    /// <exception cref="MailRefusedException">It would end the header.</exception>
    public static string Of(string name)
    {
        if (name.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new MailRefusedException("wrong-header", "The name of an attachment has a line break or a zero character in it.");
        }

        var clean = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_')]);
        // No hidden file, and not the folder above.
        clean = clean.TrimStart('.');
        if (clean.Length > Longest)
        {
            // From the end: that is where the kind of file stands.
            clean = clean[^Longest..].TrimStart('.');
        }

        return clean.Length == 0 ? "file" : clean;
    }
}
