using PiLittleEye.Accounts;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class RequestJudgeTests
{
    private static readonly MailAddress s_alice = MailAddress.Parse("alice@example.com")!;
    private static readonly PhotoSender s_sender = new()
    {
        Id = 1,
        Address = "alice@example.com",
        SecretId = 1,
        IsVerified = true,
    };

    private static readonly JudgedBy s_around = new(
        PhotoReplySettings.Default,
        "mx.example.com",
        MailAddress.Parse("camera@example.com"),
        SteppingClock.Start,
        IsClockSet: true
    );

    // The secret of RFC 6238's vectors.
    private static readonly byte[] s_secret = "12345678901234567890"u8.ToArray();

    private static ReceivedMail Good =>
        new()
        {
            Uid = 1,
            Size = 1000,
            ReceivedAt = SteppingClock.Start,
            Headers = [new("Authentication-Results", "mx.example.com; dmarc=pass header.from=example.com")],
            Structure = Parts.Text("1"),
        };

    [Fact]
    public void A_mail_like_it_should_be_is_looked_into() => Assert.Null(RequestJudge.OfHeaders(Good, s_alice, s_sender, s_around));

    [Fact]
    public void Whoever_is_not_on_the_list_is_none_of_our_business() =>
        Assert.Equal("not-listed", RequestJudge.OfHeaders(Good, s_alice, sender: null, s_around)?.Reason);

    [Fact]
    public void Old_mails_of_strangers_are_just_old() =>
        Assert.Equal(
            "too-old",
            RequestJudge.OfHeaders(Good with { ReceivedAt = SteppingClock.Start.AddHours(-1) }, s_alice, sender: null, s_around)?.Reason
        );

    [Fact]
    public void Where_nobody_said_whose_confirmation_counts_none_does()
    {
        var unnamed = Good with { Headers = [new("Authentication-Results", "dmarc=pass header.from=example.com")] };
        Assert.Equal("server-unnamed", RequestJudge.OfHeaders(unnamed, s_alice, s_sender, s_around with { AuthservId = "" })?.Reason);
    }

    [Fact]
    public void A_mail_without_a_clear_sender_is_refused() =>
        Assert.Equal("unclear-sender", RequestJudge.OfHeaders(Good, from: null, sender: null, s_around)?.Reason);

    [Theory]
    [InlineData(-599, true, null)]
    [InlineData(-601, true, "too-old")]
    [InlineData(59, true, null)]
    // A mail from the future: one of the clocks is wrong, whoever sets it.
    [InlineData(61, true, "clock-doubtful")]
    [InlineData(-61, false, "clock-doubtful")]
    [InlineData(-59, false, null)]
    // Else a wrong clock would be taken for old mails, and nobody would be told.
    [InlineData(-100_000, false, "clock-doubtful")]
    public void Old_mails_and_clocks_that_differ_are_told_apart(int seconds, bool isClockSet, string? reason) =>
        Assert.Equal(
            reason,
            RequestJudge
                .OfHeaders(
                    Good with
                    {
                        ReceivedAt = SteppingClock.Start.AddSeconds(seconds),
                    },
                    s_alice,
                    s_sender,
                    s_around with
                    {
                        IsClockSet = isClockSet,
                    }
                )
                ?.Reason
        );

    [Fact]
    public void A_request_is_a_line_and_not_an_album() =>
        Assert.Equal("too-large", RequestJudge.OfHeaders(Good with { Size = 200 * 1024 + 1 }, s_alice, s_sender, s_around)?.Reason);

    [Fact]
    public void A_sender_that_the_server_did_not_check_counts_only_where_that_is_switched_off()
    {
        var forged = Good with { Headers = [new("Authentication-Results", "evil.example; dmarc=pass header.from=example.com")] };
        Assert.Equal("not-authenticated", RequestJudge.OfHeaders(forged, s_alice, s_sender, s_around)?.Reason);
        var knowing = s_around with { Settings = s_around.Settings with { NeedsAuthentication = false } };
        Assert.Null(RequestJudge.OfHeaders(forged, s_alice, s_sender, knowing));
    }

    [Fact]
    public void Whoever_has_never_shown_a_code_or_is_locked_is_refused()
    {
        Assert.Equal("not-verified", RequestJudge.OfHeaders(Good, s_alice, s_sender with { IsVerified = false }, s_around)?.Reason);
        var locked = s_sender with { LockedUntil = SteppingClock.Start.AddSeconds(1) };
        Assert.Equal("locked", RequestJudge.OfHeaders(Good, s_alice, locked, s_around)?.Reason);
        Assert.Null(RequestJudge.OfHeaders(Good, s_alice, locked with { LockedUntil = SteppingClock.Start }, s_around));
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_vectors_of_rfc_6238_are_right_codes(long seconds, string code)
    {
        var (step, refusal) = Judge(code, DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Null(refusal);
        Assert.Equal(seconds / 30, step);
        // Without its leading zero it is another.
        Assert.Equal(
            code[0] == '0' ? "wrong-code" : null,
            Judge(code.TrimStart('0'), DateTimeOffset.FromUnixTimeSeconds(seconds)).Refusal?.Reason
        );
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(300)]
    public void A_code_is_good_to_the_last_second_of_its_window_and_not_one_more(int codeSeconds)
    {
        const long step = 58_000_000;
        var begin = DateTimeOffset.FromUnixTimeSeconds(step * 30);
        var code = Totp.CodeOf(s_secret, step);
        var last = begin.AddSeconds(29 + codeSeconds);
        Assert.Equal(step, Judge(code, last, codeSeconds).Step);
        Assert.Equal("late-code", Judge(code, last.AddSeconds(1), codeSeconds).Refusal?.Reason);
        // A phone whose clock is ahead.
        Assert.Equal(step, Judge(code, begin.AddSeconds(-30), codeSeconds).Step);
        Assert.Equal("wrong-code", Judge(code, begin.AddSeconds(-31), codeSeconds).Refusal?.Reason);
    }

    [Fact]
    public void A_code_is_refused_after_its_use_and_so_are_those_before_it()
    {
        const long step = 58_000_000;
        var now = DateTimeOffset.FromUnixTimeSeconds(step * 30);
        Assert.Equal("used-code", Judge(Totp.CodeOf(s_secret, step), now, lastStep: step).Refusal?.Reason);
        Assert.Equal("used-code", Judge(Totp.CodeOf(s_secret, step - 1), now, lastStep: step).Refusal?.Reason);
        Assert.Equal(step + 1, Judge(Totp.CodeOf(s_secret, step + 1), now, lastStep: step).Step);
    }

    [Fact]
    public void What_is_no_code_and_what_is_several_is_refused()
    {
        Assert.Equal(
            "no-code",
            RequestJudge.OfCode(new CodeFinding(null, IsOnlyOne: true, ""), s_secret, 0, SteppingClock.Start, 120).Refusal?.Reason
        );
        Assert.Equal(
            "several-codes",
            RequestJudge.OfCode(new CodeFinding(null, IsOnlyOne: false, ""), s_secret, 0, SteppingClock.Start, 120).Refusal?.Reason
        );
    }

    private static (long? Step, Verdict? Refusal) Judge(string code, DateTimeOffset receivedAt, int codeSeconds = 120, long lastStep = 0) =>
        RequestJudge.OfCode(new CodeFinding(code, IsOnlyOne: true, code), s_secret, lastStep, receivedAt, codeSeconds);
}
