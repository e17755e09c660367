namespace PiLittleEye.Mail.Mime;

/// <summary>Which part of a mail a person wrote to be read first.</summary>
internal static class ReadablePart
{
    // As deep as a BODYSTRUCTURE is read; a company's footer and signature make three.
    private const int Deepest = 10;

    /// <summary>The first plain text, else the first HTML; never an attachment, and never inside a forwarded mail: what stands there somebody else wrote.</summary>
    /// <returns>Null when there is none.</returns>
    public static MailPart? Choose(MailPart mail)
    {
        var texts = TextsIn(mail, Deepest).ToList();
        // An empty one stands beside the HTML of some senders.
        return texts.Find(part => part.MediaType == "text/plain" && part.Size > 0)
            ?? texts.Find(part => part.MediaType == "text/html")
            ?? texts.FirstOrDefault();
    }

    private static IEnumerable<MailPart> TextsIn(MailPart part, int levels)
    {
        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return levels == 0 ? [] : part.Parts.SelectMany(inner => TextsIn(inner, levels - 1));
        }

        return part.MediaType is "text/plain" or "text/html" && part.Disposition != "attachment" ? [part] : [];
    }
}
