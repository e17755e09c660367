namespace PiLittleEye.Mail.Imap;

/// <summary>
/// Makes parts of a BODYSTRUCTURE. Forgiving: servers put NIL where lists, types or names belong, sizes below zero, strings where lists belong.
/// What goes deeper or further than its limits is left out; never throws.
/// </summary>
internal static class BodyStructure
{
    /// <summary>Mails from people have three or four levels; forwarded reports of reports six.</summary>
    public const int MostDepth = 10;

    public const int MostParts = 100;

    private const int MostParameters = 32;
    private const string Unknown = "application/octet-stream";

    private static readonly string[] s_multiparts = ["alternative", "mixed", "related", "signed", "report", "digest", "encrypted"];

    /// <summary>For a mail of whose structure nothing is known.</summary>
    public static MailPart Opaque => new() { Number = "1", MediaType = Unknown };

    public static MailPart Read(ImapValue value)
    {
        var left = MostParts;
        return value.IsList && value.Items.Count > 0 ? Read(value.Items, "", depth: 1, ref left) : Opaque;
    }

    // Recursion of ten levels at most.
    private static MailPart Read(List<ImapValue> items, string number, int depth, ref int left)
    {
        left--;
        var subtype = items.FindIndex(item => item.IsText);
        var isMultipart =
            items[0].IsList
            || (subtype == 0 && items.Count > 1 && !items[1].IsText && IsMultipart(items[0]))
            || (subtype == 1 && items[0].IsNil && IsMultipart(items[1]));
        return isMultipart ? Multipart(items, subtype, number, depth, ref left) : Single(items, number.Length == 0 ? "1" : number);
    }

    private static MailPart Multipart(List<ImapValue> items, int subtype, string number, int depth, ref int left)
    {
        var parts = new List<MailPart>();
        var count = subtype < 0 ? items.Count : subtype;
        for (var i = 0; i < count && depth < MostDepth && left > 0; i++)
        {
            // An empty one has its number all the same.
            if (items[i].Items.Count > 0)
            {
                parts.Add(Read(items[i].Items, number.Length == 0 ? $"{i + 1}" : $"{number}.{i + 1}", depth + 1, ref left));
            }
        }

        return new MailPart
        {
            Number = number,
            MediaType = "multipart/" + (subtype < 0 ? "mixed" : Lower(items[subtype])),
            Parameters = Parameters(At(items, count + 1)),
            Disposition = Disposition(At(items, count + 2)),
            Parts = parts,
        };
    }

    private static MailPart Single(List<ImapValue> items, string number)
    {
        var (type, subtype) = (Lower(items[0]), Lower(At(items, 1)));
        var mediaType =
            type.Length == 0 ? Unknown
            : subtype.Length > 0 ? $"{type}/{subtype}"
            : type == "text" ? "text/plain"
            : Unknown;
        // Behind the size: lines of a text; envelope, structure and lines of a mail; then a checksum, then the disposition (RFC 3501, 7.4.2).
        var extension =
            type == "text" ? 8
            : mediaType == "message/rfc822" && At(items, 7).IsList ? 10
            : 7;
        var disposition = At(items, extension + 1);
        var parameters = Parameters(At(items, 2));
        foreach (var (name, value) in Parameters(At(disposition.Items, 1)))
        {
            parameters.TryAdd(name, value);
        }

        return new MailPart
        {
            Number = number,
            MediaType = mediaType,
            Parameters = parameters,
            Encoding = Lower(At(items, 5)),
            Size = At(items, 6).Number,
            Disposition = Disposition(disposition),
        };
    }

    private static Dictionary<string, string> Parameters(ImapValue value)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < value.Items.Count && parameters.Count < MostParameters; i += 2)
        {
            if (value.Items[i].IsText && value.Items[i + 1].IsText)
            {
                // The first of two of a name counts, as for most readers of mail.
                parameters.TryAdd(Lower(value.Items[i]), value.Items[i + 1].Text);
            }
        }

        return parameters;
    }

    // Exchange has been seen to write "inline" where ("inline" NIL) belongs.
    private static string Disposition(ImapValue value) => value.IsList ? Lower(At(value.Items, 0)) : Lower(value);

    private static bool IsMultipart(ImapValue value) => s_multiparts.Contains(Lower(value), StringComparer.Ordinal);

    private static ImapValue At(List<ImapValue> items, int index) => index < items.Count ? items[index] : ImapValue.Nil;

    private static string Lower(ImapValue value) => value.Text.ToLowerInvariant();
}
