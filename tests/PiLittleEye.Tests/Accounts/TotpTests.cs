using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class TotpTests
{
    // RFC 6238, appendix B, and RFC 4226, appendix D.
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(s_secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    [Fact]
    public void A_secret_is_written_as_authenticators_take_it()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(s_secret));
        Assert.Equal("MY", Totp.Text("f"u8));
        Assert.Equal("MZXW6YTBOI", Totp.Text("foobar"u8));
        Assert.Equal(
            "otpauth://totp/Pi%20Little%20Eye:J%C3%B6rg%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pi%20Little%20Eye&algorithm=SHA1&digits=6&period=30",
            Totp.Uri("Jörg & co", s_secret)
        );
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_that_is_half_a_minute_off_does_no_harm(int steps, bool isRight)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = Totp.CodeOf(s_secret, Totp.StepAt(now) + steps);
        Assert.Equal(isRight ? Totp.StepAt(now) + steps : null, Totp.Verify(s_secret, code, now, lastStep: 0));
    }

    [Fact]
    public void A_code_works_once_and_none_before_it_afterwards()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.Verify(s_secret, Totp.CodeOf(s_secret, step), now, lastStep: step));
        Assert.Null(Totp.Verify(s_secret, Totp.CodeOf(s_secret, step - 1), now, lastStep: step));
        Assert.Equal(step + 1, Totp.Verify(s_secret, Totp.CodeOf(s_secret, step + 1), now, lastStep: step));
    }

    [Fact]
    public void Whatever_is_typed_is_right_or_wrong_and_no_error()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        Assert.NotNull(Totp.Verify(s_secret, $" {Totp.CodeOf(s_secret, Totp.StepAt(now)).Insert(3, " ")} ", now, lastStep: 0));
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty).ToArbitrary(),
                text => Totp.Verify(s_secret, text, now, lastStep: 0) is null
            )
            .QuickCheckThrowOnFailure();
    }
}
