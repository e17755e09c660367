using System.Text;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class AuthenticationResultsTests
{
    // As these servers write them; names and signatures changed.
    private const string Gmail =
        "mx.google.com; dkim=pass header.i=@example.com header.s=20230601 header.b=\"Qx/1+Zw=\"; arc=none; spf=pass (google.com: domain of "
        + "alice@example.com designates 209.85.220.41 as permitted sender) smtp.mailfrom=alice@example.com; dmarc=pass (p=NONE sp=QUARANTINE "
        + "dis=NONE) header.from=example.com; dara=pass header.i=@gmail.com";

    private const string Microsoft =
        "spf=pass (sender IP is 209.85.1.2) smtp.mailfrom=example.com; dkim=pass (signature was verified) header.d=example.com;dmarc=pass "
        + "action=none header.from=example.com;compauth=pass reason=100";

    [Fact]
    public void Gmails_is_read()
    {
        var read = AuthenticationResults.Parse(Gmail)!;
        Assert.Equal("mx.google.com", read.AuthservId);
        Assert.Equal(["dkim", "arc", "spf", "dmarc", "dara"], read.Results.Select(result => result.Method));
        Assert.Equal("@example.com", read.Results[0].Property("header.i"));
        Assert.Equal("Qx/1+Zw=", read.Results[0].Property("header.b"));
        Assert.Equal("none", read.Results[1].Result);
        Assert.Equal("example.com", read.Results[3].Property("header.from"));
        Assert.True(read.Results[3].IsPass);
    }

    [Fact]
    public void Microsofts_names_no_server()
    {
        var read = AuthenticationResults.Parse(Microsoft)!;
        Assert.Equal("", read.AuthservId);
        Assert.Equal(["spf", "dkim", "dmarc", "compauth"], read.Results.Select(result => result.Method));
    }

    [Theory]
    // Appendix B of RFC 8601.
    [InlineData("example.org 1; none", "example.org", "")]
    [InlineData("example.com; spf=pass smtp.mailfrom=example.net", "example.com", "spf=pass")]
    [InlineData(
        "example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net",
        "example.com",
        "auth=pass spf=pass"
    )]
    [InlineData(
        "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462",
        "foo.example.net",
        "dkim=fail"
    )]
    [InlineData("\"mx.example.com\"; dmarc=PASS header.from=example.com;", "mx.example.com", "dmarc=pass")]
    [InlineData("mx.example.com; spf=none smtp.mailfrom=; dkim=pass header.d=example.com", "mx.example.com", "spf=none dkim=pass")]
    [InlineData(
        "mx.example.com; dkim=pass reason=\"a; dmarc=pass header.from=example.com\" header.d=example.org",
        "mx.example.com",
        "dkim=pass"
    )]
    public void All_forms_of_the_standard_are_read(string value, string server, string results)
    {
        var read = AuthenticationResults.Parse(value)!;
        Assert.Equal(server, read.AuthservId);
        Assert.Equal(results, string.Join(' ', read.Results.Select(result => $"{result.Method}={result.Result}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(never closed")]
    [InlineData("mx.example.com; dmarc")]
    [InlineData("mx.example.com; =pass")]
    [InlineData("mx.example.com; dmarc=pass header.from")]
    [InlineData("mx.example.com; dmarc=\"pass")]
    [InlineData("mx.example.com; dmarc=pass (x header.from=example.com")]
    [InlineData("mx.example.com; dmarc=; spf=pass")]
    public void What_cannot_be_read_says_nothing(string value) => Assert.Null(AuthenticationResults.Parse(value));

    [Fact]
    public void A_property_with_two_values_has_none()
    {
        var read = AuthenticationResults.Parse("mx; dmarc=pass header.from=a.example header.from=b.example")!;
        Assert.Null(read.Results[0].Property("header.from"));
    }

    [Fact]
    public void Whatever_comes_is_read_within_bounds()
    {
        string[] seeds =
        [
            Gmail,
            Microsoft,
            "foo.example.net (foobar) 1 (baz); dkim (x) / 1 (y) = (z) fail policy (a) . (b) expired = (c) 13; none",
        ];
        Mutations.Try(seeds, input => AuthenticationResults.Parse(Encoding.Latin1.GetString(input)));
    }
}
