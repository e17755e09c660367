using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Smtp;

namespace PiLittleEye.Tests.Mail.Smtp;

public sealed class DotStuffingTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData("a\r", "a\r\n.\r\n")]
    [InlineData(".", "..\r\n.\r\n")]
    [InlineData(".\r\n..\r\na.b\r\n", "..\r\n...\r\na.b\r\n.\r\n")]
    [InlineData("a\n.\nb", "a\n..\nb\r\n.\r\n")]
    public void Dots_at_line_starts_are_doubled_and_the_end_is_a_line_of_its_own(string text, string expected) =>
        Assert.Equal(expected, Stuff(text));

    [Fact]
    public void However_a_mail_is_cut_into_pieces_it_goes_out_the_same_and_ends_once()
    {
        var texts = Gen.Elements(".", "\r\n", "\n", "\r", "a", "..").ArrayOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(
                texts.ToArbitrary(),
                Gen.Choose(1, 5).ToArbitrary(),
                (text, size) =>
                {
                    var whole = Stuff(text);
                    Assert.Equal(whole, Stuff([.. text.Chunk(size).Select(chunk => new string(chunk))]));
                    // Neither the right end nor what careless servers take for one stands before the end.
                    Assert.DoesNotContain("\n.\r\n", whole[..^3], StringComparison.Ordinal);
                    Assert.DoesNotContain("\n.\n", whole, StringComparison.Ordinal);
                    return whole.EndsWith(".\r\n", StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static string Stuff(params ReadOnlySpan<string> pieces)
    {
        var (stuffing, output) = (new DotStuffing(), new ArrayBufferWriter<byte>());
        foreach (var piece in pieces)
        {
            stuffing.Add(Encoding.ASCII.GetBytes(piece), output);
        }

        stuffing.End(output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}
