using System.Text;
using PiLittleEye.Mail.Imap;

namespace PiLittleEye.Tests.Support;

/// <summary>Answers of real servers and of odd ones, to be damaged.</summary>
internal static class SomeResponses
{
    /// <summary>As Dovecot gave them for a mail with two texts and a file.</summary>
    public const string Structure =
        "(((\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"quoted-printable\" 48 3 NIL NIL NIL NIL)"
        + "(\"text\" \"html\" (\"charset\" \"utf-8\") NIL NIL \"base64\" 32 0 NIL NIL NIL NIL) \"alternative\" (\"boundary\" \"inner\") NIL NIL NIL)"
        + "(\"application\" \"octet-stream\" (\"name\" \"a.bin\") NIL NIL \"base64\" 16 NIL (\"attachment\" (\"filename\" \"a.bin\")) NIL NIL)"
        + " \"mixed\" (\"boundary\" \"outer\") NIL NIL NIL)";

    public const string Forwarded =
        "((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"us-ascii\" \"FORMAT\" \"flowed\") NIL NIL \"7BIT\" 8 1)"
        + "(\"MESSAGE\" \"RFC822\" NIL NIL \"fwd\" \"7BIT\" 500 (\"Fri, 20 Nov 2026\" \"s\" ((NIL NIL \"a\" \"b\")) NIL NIL NIL NIL NIL NIL \"<m>\")"
        + "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 9 2) 12 NIL (\"inline\" NIL) NIL) \"MIXED\")";

    /// <summary>A literal is written as its announcement and LF, and as many octets as it says.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        $"* 1 FETCH (UID 4 RFC822.SIZE 911 INTERNALDATE \"20-Nov-2026 22:14:26 +0000\" BODYSTRUCTURE {Structure} BODY[HEADER]<0> {{5}}\nA: b\r)",
        $"* 2 FETCH (BODYSTRUCTURE {Forwarded} UID 4)",
        "* 3 FETCH (BODY[1.1]<0> ~{4}\n\0\u00ff)( UID 4 FLAGS (\\Seen $x) MODSEQ (12))",
        "* 4 FETCH (UID 4 BODYSTRUCTURE (\"text\" \"plain\" (\"name\" {6}\na\"b(c\\) NIL \"\\\"d\\\"\" \"7bit\" -1 0))",
        "* ESEARCH (TAG \"E5\") UID MIN 4 ALL 4:8,11,4294967290:4294967295 COUNT 9",
        "* SEARCH 4 9 3 4294967295 0",
        "* CAPABILITY IMAP4rev1 SASL-IR IDLE AUTH=PLAIN AUTH=XOAUTH2",
        "* OK [CAPABILITY IMAP4rev1 LITERAL+] ready {3}",
        "E7 NO [AUTHENTICATIONFAILED] no such user (Failure)",
        "* BYE [ALERT] \u00c3\u00bc",
    ];

    public static readonly IReadOnlyList<string> Special =
    [
        "(",
        ")",
        "((",
        "))",
        "\"",
        "\\",
        "\\\"",
        "{5}\n",
        "~{0}\n",
        "{99999999999999999999}\n",
        "{",
        "}",
        "[",
        "]",
        "NIL",
        " ",
        "\r",
        "\n",
        "\0",
        "\u00ff",
        "-1",
        "4294967296",
        "1:*",
        ",",
        ":",
        "* ",
        "+ ",
        " FETCH (",
        "UID 4 ",
        "\"mixed\"",
        "\"text\" \"plain\"",
        "(NIL NIL)",
        "(\"a\" \"b\")",
    ];

    /// <summary>As the reader gets it: the announcements in the text, the literals beside it.</summary>
    public static byte[] Split(byte[] input, List<byte[]> literals)
    {
        var text = new List<byte>();
        for (var at = 0; at < input.Length; )
        {
            var end = Array.IndexOf(input, (byte)'\n', at);
            var line = input.AsSpan(at..(end < 0 ? input.Length : end));
            text.AddRange(line);
            at += line.Length + 1;
            if (end >= 0 && ImapLiteral.Length(line) is { } length)
            {
                var taken = (int)Math.Min(length, input.Length - at);
                literals.Add(input[at..(at + taken)]);
                text.Add((byte)'\n');
                at += taken;
            }
        }

        return [.. text];
    }

    public static ImapValue Value(string text)
    {
        var literals = new List<byte[]>();
        return ImapTree.Read(Split(Encoding.Latin1.GetBytes(text), literals), literals).FirstOrDefault() ?? ImapValue.Nil;
    }
}
