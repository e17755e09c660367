using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Tests.Mail.Connection;

public sealed class SecretMaskTests
{
    // Each is a conversation: what the client and the server say, and what of it may be read.
    public static TheoryData<string[], string[]> Conversations =>
        new()
        {
            { ["> A1 LOGIN camera open-sesame", "< A1 OK done", "> A2 NOOP"], ["> A1 LOGIN ***", "< A1 OK done", "> A2 NOOP"] },
            {
                ["> a1 login {6}", "< + ready", "> camera {4}", "> opensesame", "< a1 NO no"],
                ["> a1 login ***", "< + …", "> ***", "> ***", "< a1 NO no"]
            },
            { ["> A1 AUTHENTICATE PLAIN AGEAc2VjcmV0", "< A1 OK in"], ["> A1 AUTHENTICATE PLAIN ***", "< A1 OK in"] },
            {
                [
                    "> A1 AUTHENTICATE LOGIN",
                    "< + VXNlcg==",
                    "> Y2FtZXJh",
                    "< + UGFzcw==",
                    "> c2VjcmV0",
                    "< * CAPABILITY X",
                    "> c2VjcmV0",
                    "< A1 OK in",
                    "> A2 IDLE",
                ],
                ["> A1 AUTHENTICATE LOGIN", "< + …", "> ***", "< + …", "> ***", "< * CAPABILITY X", "> ***", "< A1 OK in", "> A2 IDLE"]
            },
            { ["> AUTH PLAIN AGEAc2VjcmV0", "< 235 in", "> MAIL FROM:<a@b>"], ["> AUTH PLAIN ***", "< 235 in", "> MAIL FROM:<a@b>"] },
            {
                [
                    "> auth login",
                    "< 334 VXNlcg==",
                    "> Y2FtZXJh",
                    "< 334 UGFzcw==",
                    "> c2VjcmV0",
                    "< 535-5.7.8 no",
                    "< 535 5.7.8 no",
                    "> QUIT",
                ],
                ["> auth login", "< 334 …", "> ***", "< 334 …", "> ***", "< 535-5.7.8 no", "< 535 5.7.8 no", "> QUIT"]
            },
            { ["> AUTH XOAUTH2 dXNlcj0=", "< 334 eyJzdGF0dXMi", "> ", "< 535 no"], ["> AUTH XOAUTH2 ***", "< 334 …", "> ***", "< 535 no"] },
            { ["< * 1 FETCH (BODY[1] \"123456\" UID 4)", "< * 2 EXISTS"], ["< * 1 FETCH …", "< * 2 EXISTS"] },
            { ["> \u001b[2J\a", "< \u001b]0;x\u0007"], ["> ·[2J·", "< ·]0;x·"] },
        };

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Only_what_is_no_secret_can_be_read(string[] said, string[] readable)
    {
        var mask = new SecretMask();
        Assert.Equal(readable, said.Select(line => Mask(mask, line)));
    }

    [Fact]
    public void A_long_line_is_cut() => Assert.Equal(301, new SecretMask().Server(new string('x', 100_000)).Length);

    [Fact]
    public void Whatever_the_server_says_in_between_a_password_is_never_read()
    {
        const string Secret = "open-sesame-27";
        var openings = Gen.Elements(
            "A7 LOGIN camera " + Secret,
            "AUTH PLAIN " + Secret,
            "A7 AUTHENTICATE PLAIN " + Secret,
            "AUTH LOGIN",
            "A7 LOGIN {14+}"
        );
        // Whatever does not decide: neither the tag nor a final reply.
        var between = Gen.Elements("+ ", "334 ", "* OK [ALERT] x", "* 1 EXISTS", "A70 OK", "235-more", "33", "", "\0", "+").ListOf();
        var property = Prop.ForAll(
            openings.ToArbitrary(),
            between.ToArbitrary(),
            (opening, lines) =>
            {
                var mask = new SecretMask();
                var shown = mask.Client(opening);
                foreach (
                    var line in lines.Where(line =>
                        opening.StartsWith("A7", StringComparison.Ordinal) || !line.StartsWith("A70", StringComparison.Ordinal)
                    )
                )
                {
                    shown += mask.Server(line) + mask.Client(Secret);
                }

                return !shown.Contains(Secret, StringComparison.Ordinal);
            }
        );
        property.QuickCheckThrowOnFailure();
    }

    private static string Mask(SecretMask mask, string line) =>
        line[0] == '>' ? "> " + mask.Client(line[2..]) : "< " + mask.Server(line[2..]);
}
