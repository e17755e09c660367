using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class BodyStructureTests
{
    [Theory]
    [InlineData(
        SomeResponses.Structure,
        " multipart/mixed[1 multipart/alternative[1.1 text/plain 1.2 text/html] 2 application/octet-stream!attachment]"
    )]
    // A forwarded mail is closed: what is in it is not the sender's word.
    [InlineData(SomeResponses.Forwarded, " multipart/mixed[1 text/plain 2 message/rfc822!inline]")]
    [InlineData("(\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1)", "1 text/plain")]
    // What servers have been seen to write: NIL for type, subtype, lists; no parts; a word for a list; a size below zero; nothing at all.
    [InlineData("(NIL NIL NIL NIL NIL \"7BIT\" 0 NIL)", "1 application/octet-stream")]
    [InlineData("(\"TEXT\" NIL NIL NIL NIL NIL NIL NIL)", "1 text/plain")]
    [InlineData("(\"alternative\" (\"boundary\" \"x\") NIL NIL)", " multipart/alternative[]")]
    [InlineData("(NIL \"mixed\" NIL NIL NIL)", " multipart/mixed[]")]
    [InlineData("(() (\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1) \"mixed\" NIL)", " multipart/mixed[2 text/plain]")]
    [InlineData("((\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1))", " multipart/mixed[1 text/plain]")]
    [InlineData("(\"image\" \"png\" (NIL NIL) NIL NIL \"base64\" -1 NIL \"inline\" NIL)", "1 image/png!inline")]
    [InlineData("(\"image\" \"png\" \"x\" NIL NIL \"base64\" 5 NIL (\"ATTACHMENT\" \"x\"))", "1 image/png!attachment")]
    [InlineData("NIL", "1 application/octet-stream")]
    [InlineData("()", "1 application/octet-stream")]
    [InlineData("\"text\"", "1 application/octet-stream")]
    [InlineData("(())", " multipart/mixed[]")]
    public void Parts_are_named_as_they_are_fetched(string structure, string shown) =>
        Assert.Equal(shown, Show(BodyStructure.Read(SomeResponses.Value(structure))));

    [Fact]
    public void What_is_said_of_a_part_is_kept()
    {
        var part = BodyStructure.Read(
            SomeResponses.Value(
                "(\"TEXT\" \"Plain\" (\"CHARSET\" \"UTF-8\" \"charset\" \"x\" \"Format\" \"Flowed\") NIL NIL \"BASE64\" 77 1 NIL (\"Attachment\" (\"FileName\" \"ü\")))"
            )
        );
        Assert.Equal(("text/plain", "base64", "attachment", 77L), (part.MediaType, part.Encoding, part.Disposition, part.Size));
        Assert.Equal(["charset=UTF-8", "filename=ü", "format=Flowed"], part.Parameters.Select(one => $"{one.Key}={one.Value}").Order());
    }

    [Fact]
    public void Depth_and_number_have_an_end_and_what_is_within_is_read()
    {
        const string Text = "(\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1)";
        var many = BodyStructure.Read(SomeResponses.Value($"({string.Concat(Enumerable.Repeat(Text, 300))} \"mixed\")"));
        Assert.Equal(BodyStructure.MostParts - 1, many.Parts.Count);

        var deep = Enumerable.Range(0, 30).Aggregate(Text, (inner, _) => $"({inner} \"mixed\")");
        var part = BodyStructure.Read(SomeResponses.Value(deep));
        var depth = 1;
        for (; part.Parts.Count > 0; part = part.Parts[0])
        {
            depth++;
        }

        Assert.Equal((BodyStructure.MostDepth, "multipart/mixed"), (depth, part.MediaType));
    }

    [Fact]
    public void Damaged_structures_are_read_as_far_as_they_go()
    {
        MutationFuzz.Run(
            [SomeResponses.Structure, SomeResponses.Forwarded, "((((((\"text\" \"plain\") \"a\") \"b\") \"c\") \"d\") \"e\")"],
            SomeResponses.Special,
            input =>
            {
                ImapValue value;
                try
                {
                    var literals = new List<byte[]>();
                    value = ImapTree.Read(SomeResponses.Split(input, literals), literals).FirstOrDefault() ?? ImapValue.Nil;
                }
                catch (ImapSyntaxException)
                {
                    return;
                }

                Assert.InRange(Count(BodyStructure.Read(value)), 1, BodyStructure.MostParts);
            },
            octetsPerOctet: 500,
            share: 25
        );
    }

    private static int Count(MailPart part) => 1 + part.Parts.Sum(Count);

    private static string Show(MailPart part) =>
        $"{part.Number} {part.MediaType}{(part.Disposition.Length > 0 ? "!" : "")}{part.Disposition}"
        + (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) ? $"[{string.Join(' ', part.Parts.Select(Show))}]" : "");
}
