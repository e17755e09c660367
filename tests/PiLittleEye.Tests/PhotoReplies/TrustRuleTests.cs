using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class TrustRuleTests
{
    private const string Own = "mx.google.com";
    private const string Pass = "mx.google.com; dmarc=pass (p=NONE) header.from=example.com";

    private static readonly MailAddress s_from = MailAddress.Parse("alice@example.com")!;

    [Theory]
    [InlineData(Pass)]
    [InlineData("MX.Google.com; dmarc=pass header.from=EXAMPLE.com")]
    [InlineData("mx.google.com; dkim=pass header.d=example.com")]
    [InlineData("mx.google.com; dkim=pass header.i=@example.com header.s=x")]
    [InlineData("mx.google.com; dkim=fail header.d=example.com; dkim=pass header.d=example.com; dmarc=none header.from=example.com")]
    public void Who_was_checked_is_trusted(string finding) => Assert.True(Trusts(Results(finding)));

    [Theory]
    // SPF says nothing about From: whoever rents at the same host passes it.
    [InlineData("mx.google.com; spf=pass smtp.mailfrom=alice@example.com")]
    [InlineData("mx.google.com; dmarc=pass header.from=example.org")]
    [InlineData("mx.google.com; dmarc=pass header.from=evil-example.com")]
    [InlineData("mx.google.com; dmarc=pass")]
    [InlineData("mx.google.com; dmarc=fail header.from=example.com; dkim=pass header.d=example.com")]
    [InlineData("mx.google.com; dmarc=fail header.from=example.com; dmarc=pass header.from=example.com")]
    [InlineData("mx.google.com; dmarc=pass header.from=example.org header.from=example.com")]
    [InlineData("mx.google.com; dkim=pass header.d=other.example.com")]
    [InlineData("mx.google.com; dkim=pass header.d=com")]
    [InlineData("mx.google.com; dkim=pass header.d=ample.com")]
    [InlineData("mx.google.com; dkim=pass (header.d=example.com)")]
    [InlineData("mx.google.com; none")]
    [InlineData("mx.google.com; dmarc=pass header.from=example.com (never closed")]
    [InlineData("mx.google.com.evil.example; dmarc=pass header.from=example.com")]
    [InlineData("evil.example; dmarc=pass header.from=example.com")]
    [InlineData("dmarc=pass header.from=example.com")]
    public void Who_was_not_is_not(string finding) => Assert.False(Trusts(Results(finding)));

    [Fact]
    public void Nobody_is_trusted_without_a_finding() => Assert.False(Trusts());

    [Fact]
    public void A_domain_above_the_senders_may_have_signed() =>
        Assert.True(
            TrustRule.Trusts([Results("mx.google.com; dkim=pass header.d=example.com")], Own, MailAddress.Parse("a@mail.example.com")!)
        );

    [Fact]
    public void Of_two_findings_of_the_own_server_the_upper_one_counts()
    {
        // What the sender wrote into the mail stands below what the server has put on top of it.
        Assert.False(Trusts(Results("mx.google.com; dmarc=fail header.from=example.com"), Results(Pass)));
        Assert.False(Trusts(Results("mx.google.com; dmarc=(broken"), Results(Pass)));
        Assert.True(Trusts(Results("other.example; dmarc=fail header.from=example.com"), Results(Pass)));
    }

    [Fact]
    public void What_stood_in_the_mail_when_it_left_its_sender_counts_for_nothing()
    {
        MailHeader left = new(
            "Received",
            "from evil (evil [192.0.2.1]) by mail.example.com with ESMTPSA id 1; Sat, 21 Nov 2026 14:03:00 +0000"
        );
        Assert.False(Trusts(left, Results(Pass)));
        Assert.True(Trusts(Results(Pass), left));
        Assert.True(Trusts(new("Received", "from mail.example.com by mx.google.com with ESMTPS id 1"), Results(Pass)));
    }

    [Fact]
    public void Arc_says_nothing() => Assert.False(Trusts(new MailHeader("ARC-Authentication-Results", $"i=1; {Pass}")));

    [Fact]
    public void A_server_that_does_not_name_itself_can_be_chosen_by_a_dash()
    {
        var microsoft = Results(
            "spf=pass smtp.mailfrom=example.com; dmarc=pass action=none header.from=example.com;compauth=pass reason=100"
        );
        Assert.True(TrustRule.Trusts([microsoft], TrustRule.Unnamed, s_from));
        Assert.False(TrustRule.Trusts([Results(Pass)], TrustRule.Unnamed, s_from));
    }

    [Theory]
    [InlineData("dmarc=pass header.from=example.com")]
    [InlineData(Pass)]
    public void Before_anybody_said_what_the_server_calls_itself_no_finding_counts(string finding) =>
        Assert.False(TrustRule.Trusts([Results(finding)], authservId: "", s_from));

    [Theory]
    [InlineData("mx6.messagingengine.com; dkim=pass header.d=example.com", true)]
    [InlineData("PHL-MX-07.MessagingEngine.com; dmarc=pass header.from=example.com", true)]
    [InlineData("evilmessagingengine.com; dkim=pass header.d=example.com", false)]
    [InlineData("messagingengine.com.evil.example; dkim=pass header.d=example.com", false)]
    [InlineData("messagingengine.com; dkim=pass header.d=example.com", false)]
    public void A_provider_with_many_servers_is_named_with_a_dot_in_front(string finding, bool isTrusted) =>
        Assert.Equal(isTrusted, TrustRule.Trusts([Results(finding)], ".messagingengine.com", s_from));

    private static bool Trusts(params MailHeader[] headers) => TrustRule.Trusts(headers, Own, s_from);

    private static MailHeader Results(string value) => new("Authentication-Results", value);
}
