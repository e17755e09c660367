using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class HeaderBlockTests
{
    [Theory]
    [InlineData("From: a@b\r\nTo: c@d\r\n\r\nSubject: body", "From=a@b|To=c@d")]
    [InlineData("From: a\n\tb\n c\nTo:d\n\n", "From=a\tb c|To=d")]
    [InlineData("A: 1\r\nA: 2\r\na: 3\r\n\r\n", "A=1|A=2|a=3")]
    [InlineData("A : 1\r\n\r\n", "A=1")]
    [InlineData("A:\r\n B\r\n\r\n", "A=B")]
    // Nothing of these is a header, and what is folded under it is none either.
    [InlineData("From somebody Fri Nov 20\r\nA: 1\r\n\r\n", "A=1")]
    [InlineData(">From: a\r\nno colon\r\n folded: x\r\nA b: 1\r\n: 2\r\nÜ: 3\r\nB: 4\r\n\r\n", ">From=a|B=4")]
    [InlineData(" leading: x\r\nA: 1\r\n\r\n", "A=1")]
    // One CR, or a NUL, begins no new header: two readers must not see different ones.
    [InlineData("X: a\rFrom: forged@b\r\nY: c\0From: d\r\n\r\n", "X=a From: forged@b|Y=c From: d")]
    // A line of blanks is folded, not empty.
    [InlineData("A: 1\r\n \r\nB: 2\r\n\r\nC: 3", "A=1|B=2")]
    [InlineData("A: gr\u00fc\u00df\r\n\r\n", "A=gr\u00fc\u00df")]
    [InlineData("A: last", "A=last")]
    [InlineData("", "")]
    [InlineData("\r\nA: 1\r\n", "")]
    public void Headers_are_what_everybody_takes_for_headers(string block, string shown) =>
        Assert.Equal(shown, Show(Read(block, isCut: false)));

    [Theory]
    [InlineData("A: 1\r\nB: 2", "A=1")]
    [InlineData("A: 1\r\nB: 2\r\n", "A=1")]
    [InlineData("A: 1\r\nB: 2\r\n more", "A=1")]
    [InlineData("A: 1\r\nB: 2\r\n\r\nC", "A=1|B=2")]
    [InlineData("A: 1", "")]
    public void What_may_go_on_behind_the_cut_is_no_header(string block, string shown) =>
        Assert.Equal(shown, Show(Read(block, isCut: true)));

    [Fact]
    public void Whatever_is_written_and_folded_is_read_back()
    {
        var names = Gen.Elements("From", "X-1", "authentication-results").ListOf();
        var words = Gen.Elements("a", "b:", "\"c", "(d", "=?x?=", "\u00e4").ListOf().Where(list => list.Count > 0);
        var property = Prop.ForAll(
            names.ToArbitrary(),
            words.ToArbitrary(),
            (list, value) =>
            {
                var block = string.Concat(list.Select(name => $"{name}: {string.Join("\r\n ", value)}\r\n")) + "\r\nX-1: body";
                return Read(block, isCut: false).SequenceEqual(list.Select(name => new MailHeader(name, string.Join(' ', value))));
            }
        );
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Damaged_heads_give_what_is_whole_in_them()
    {
        MutationFuzz.Run(
            [
                "From: a@b\r\nTo: c@d\r\n\r\nbody",
                "Authentication-Results: mx;\r\n\tdmarc=pass\r\n header.from=x\r\nFrom: \"q\" <a@b>\r\n\r\n",
                "A:1\nB:2\n\n",
            ],
            ["\r\n", "\n", "\r", " ", "\t", ":", "From: x@y\r\n", "\0", "\r\n\r\n", "\u00ff"],
            input =>
            {
                var headers = HeaderBlock.Read(input, isCut: input.Length % 2 == 0);
                Assert.True(headers.Sum(header => header.Name.Length + header.Value.Length + 1) <= input.Length);
                Assert.DoesNotContain(
                    headers,
                    header => header.Value.AsSpan().IndexOfAny("\r\n\0") >= 0 || header.Name.Contains(' ', StringComparison.Ordinal)
                );
            },
            octetsPerOctet: 200,
            share: 25
        );
    }

    private static List<MailHeader> Read(string block, bool isCut) => HeaderBlock.Read(Encoding.Latin1.GetBytes(block), isCut);

    private static string Show(IEnumerable<MailHeader> headers) =>
        string.Join('|', headers.Select(header => $"{header.Name}={header.Value}"));
}
