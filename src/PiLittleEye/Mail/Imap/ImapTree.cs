namespace PiLittleEye.Mail.Imap;

/// <summary>
/// Reads values (RFC 3501, 9) from one response. Its text has each literal's announcement in it, ended by LF, and the literals beside it.
/// Without recursion, so that brackets cannot exhaust the stack.
/// </summary>
internal static class ImapTree
{
    /// <summary>A structure of ten levels with an envelope in it has fifteen.</summary>
    public const int MostDepth = 64;

    /// <summary>A structure of 100 parts has about 2,000.</summary>
    public const int MostValues = 10_000;

    /// <exception cref="ImapSyntaxException">Brackets or quotes that do not match, or too much of it.</exception>
    public static List<ImapValue> Read(ReadOnlyMemory<byte> text, IReadOnlyList<byte[]> literals)
    {
        var open = new Stack<List<ImapValue>>();
        var current = new List<ImapValue>();
        var (values, literal) = (0, 0);
        for (var at = 0; at < text.Length; )
        {
            var here = text.Span[at];
            if (IsBlank(here))
            {
                at++;
                continue;
            }

            if (++values > MostValues)
            {
                throw new ImapSyntaxException("More values than any mail has.");
            }

            switch (here)
            {
                case (byte)'(':
                    if (open.Count == MostDepth)
                    {
                        throw new ImapSyntaxException("Brackets in brackets without end.");
                    }

                    open.Push(current);
                    current = [];
                    at++;
                    break;
                case (byte)')':
                    if (!open.TryPop(out var outer))
                    {
                        throw new ImapSyntaxException("A bracket is closed that was never opened.");
                    }

                    outer.Add(ImapValue.Of(current));
                    current = outer;
                    at++;
                    break;
                case (byte)'"':
                    current.Add(Quoted(text, ref at));
                    break;
                case (byte)'{' or (byte)'~' when Announcement(text.Span[at..]) is var length && length > 0:
                    if (literal == literals.Count)
                    {
                        throw new ImapSyntaxException("A literal is announced and does not come.");
                    }

                    current.Add(ImapValue.Of(literals[literal++]));
                    at += length;
                    break;
                default:
                    current.Add(Atom(text, ref at));
                    break;
            }
        }

        return open.Count == 0 ? current : throw new ImapSyntaxException("A bracket is not closed.");
    }

    /// <summary>Whether a bracket or quote is still open at the end: some servers break a FETCH into lines.</summary>
    public static bool IsOpen(ReadOnlySpan<byte> text)
    {
        var (depth, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case (byte)'\\' when isQuoted:
                    at++;
                    break;
                case (byte)'"':
                    isQuoted = !isQuoted;
                    break;
                case (byte)'(' when !isQuoted:
                    depth++;
                    break;
                case (byte)')' when !isQuoted:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return isQuoted || depth > 0;
    }

    private static ImapValue Quoted(ReadOnlyMemory<byte> text, ref int at)
    {
        var rest = text.Span[(at + 1)..];
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (end >= 0 && rest[end] == '"')
        {
            var plain = ImapValue.Of(text.Slice(at + 1, end));
            at += end + 2;
            return plain;
        }

        var octets = new List<byte>();
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                at += i + 2;
                return ImapValue.Of(octets.ToArray());
            }

            // A backslash stands before a quote or another; before anything else some servers forgot to double it.
            i += rest[i] == '\\' && i + 1 < rest.Length && rest[i + 1] is (byte)'"' or (byte)'\\' ? 1 : 0;
            octets.Add(rest[i]);
        }

        throw new ImapSyntaxException("A quote is not closed.");
    }

    // {12} or ~{12}, ended by LF; 0 when it is none.
    private static int Announcement(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        return end > 0 && ImapLiteral.Length(rest[..end]) is not null && rest[..end].IndexOf((byte)'{') <= 1 ? end + 1 : 0;
    }

    // BODY[HEADER.FIELDS (FROM TO)]<0> is one: blanks and brackets within the square ones belong to it.
    private static ImapValue Atom(ReadOnlyMemory<byte> text, ref int at)
    {
        var (start, isInside) = (at, false);
        var span = text.Span;
        while (at < span.Length && (isInside || !(IsBlank(span[at]) || span[at] is (byte)'(' or (byte)')')))
        {
            isInside = span[at] == '[' || (isInside && span[at] != ']');
            at++;
        }

        var atom = ImapValue.Of(text[start..at]);
        return atom.Is("NIL"u8) ? ImapValue.Nil : atom;
    }

    private static bool IsBlank(byte octet) => octet is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
