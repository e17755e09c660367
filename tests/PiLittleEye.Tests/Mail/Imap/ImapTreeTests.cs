using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapTreeTests
{
    [Theory]
    [InlineData("a B \"c\" NIL nil", "a B c - -")]
    [InlineData("(a (b) () \"\")", "[a [b] [] ]")]
    [InlineData("BODY[HEADER.FIELDS (FROM TO)]<0> x", "BODY[HEADER.FIELDS (FROM TO)]<0> x")]
    [InlineData("\\Seen \\* $Forwarded", "\\Seen \\* $Forwarded")]
    [InlineData("\"say \\\"hi\\\" \\\\ c:\\new\"", "say \"hi\" \\ c:\\new")]
    [InlineData("\"(\" \")\" \"{3}\"", "( ) {3}")]
    [InlineData("a(b)c", "a [b] c")]
    [InlineData("{3} {x} ~a ~{", "{3} {x} ~a ~{")]
    [InlineData("\t a \r b ", "a b")]
    [InlineData("", "")]
    public void Values_are_read_as_they_are_meant(string text, string shown) => Assert.Equal(shown, Show(Read(text)));

    [Fact]
    public void A_literal_stands_where_it_was_announced()
    {
        var values = Read("a {2}\n b (~{0}\n {5+}\n)", "(\"", "", "\r\nNIL");
        Assert.Equal(["a", "(\"", "b"], values.Take(3).Select(value => value.Text));
        Assert.Equal(["", "\r\nNIL"], values[3].Items.Select(value => value.Text));
        Assert.DoesNotContain(values[3].Items, value => value.IsNil);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("(a))")]
    [InlineData("\"abc")]
    [InlineData("\"abc\\\"")]
    [InlineData("{3}\n")]
    public void What_does_not_match_is_told(string text) => Assert.Throws<ImapSyntaxException>(() => Read(text));

    [Fact]
    public void Depth_and_number_have_an_end()
    {
        Assert.Single(Read(new string('(', ImapTree.MostDepth) + new string(')', ImapTree.MostDepth)));
        Assert.Throws<ImapSyntaxException>(() => Read(new string('(', 60_000)));
        Assert.Throws<ImapSyntaxException>(() => Read(string.Concat(Enumerable.Repeat("a ", ImapTree.MostValues + 1))));
    }

    [Fact]
    public void Text_in_an_unknown_alphabet_costs_no_more_than_another()
    {
        // Found by ten million damaged answers: each word that is no UTF-8 cost an exception.
        var values = Read(string.Concat(Enumerable.Repeat("\u00c2 ", 9000)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var strangers = values.Count(value => value.Text == "\u00c2");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, values.Count * 100);
        Assert.Equal(9000, strangers);
    }

    [Fact]
    public void Whatever_is_written_by_the_rules_is_read_back()
    {
        var strings = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
        var property = Prop.ForAll(
            strings.ListOf().ToArbitrary(),
            texts =>
            {
                var literals = new List<byte[]>();
                var written = string.Join(' ', texts.Select(text => Write(text, literals)));
                var read = ImapTree.Read(Encoding.Latin1.GetBytes($"(x ({written}) y)"), literals);
                return read[0].Items[1].Items.Select(value => value.Text).SequenceEqual(texts);
            }
        );
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Damaged_answers_are_refused_by_name_and_cost_no_more_than_their_length()
    {
        MutationFuzz.Run(
            SomeResponses.All,
            SomeResponses.Special,
            input =>
            {
                try
                {
                    var literals = new List<byte[]>();
                    var response = ImapResponse.Read(SomeResponses.Split(input, literals), literals);
                    _ = (response.Words, response.Code, ImapCapabilitiesOf(response), response.Values);
                    new ImapFetch(4).Hear(response);
                    var search = new ImapSearch(3, new DateOnly(2026, 1, 1), [], isExtended: true);
                    search.Hear(response);
                    Assert.True(search.Found(500).Count <= 500);
                }
                catch (ImapSyntaxException)
                {
                    // The one that is declared.
                }
            },
            octetsPerOctet: 500,
            share: 50
        );
    }

    private static ImapCapabilities? ImapCapabilitiesOf(ImapResponse response) => ImapCapabilities.In(response);

    // In quotes where that is allowed, else as a literal.
    private static string Write(string text, List<byte[]> literals)
    {
        if (ImapText.CanBeQuoted(text))
        {
            return ImapText.Quote(text);
        }

        literals.Add(Encoding.UTF8.GetBytes(text));
        return $"{{{literals[^1].Length}}}\n";
    }

    private static List<ImapValue> Read(string text, params string[] literals) =>
        ImapTree.Read(Encoding.Latin1.GetBytes(text), [.. literals.Select(Encoding.Latin1.GetBytes)]);

    private static string Show(IEnumerable<ImapValue> values) =>
        string.Join(
            ' ',
            values.Select(value =>
                value.IsNil ? "-"
                : value.IsList ? $"[{Show(value.Items)}]"
                : value.Text
            )
        );
}
