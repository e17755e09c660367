using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Web;

public sealed class PlainRequestTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: pilittleeye.local:5220\r\n\r\n", "https://pilittleeye.local:5220/")]
    [InlineData(
        "GET /snapshot?appkey=a&secret=b HTTP/1.0\r\nhost: 192.168.1.9:5220\r\n\r\n",
        "https://192.168.1.9:5220/snapshot?appkey=a&secret=b"
    )]
    [InlineData("HEAD /a%20b HTTP/1.1\r\nAccept: */*\r\nHost:[fe80::1]:5220\r\n\r\n", "https://[fe80::1]:5220/a%20b")]
    [InlineData("GET / HTTP/1.1\r\nHost: pi\r\n\r\n", "https://pi/")]
    public void Whoever_looks_is_sent_to_the_same_place_with_tls(string text, string target) =>
        Assert.Contains($"\r\nLocation: {target}\r\n", PlainRequest.Read(text)!.Answer(), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: \r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: user@evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\nSet-Cookie: b\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/2.0\r\nHost: a\r\n\r\n")]
    [InlineData("HELO mail.example\r\n\r\n")]
    public void Whoever_cannot_be_sent_anywhere_is_told_in_a_sentence(string text)
    {
        var answer = PlainRequest.Read(text)!.Answer();
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("begin its address with https://\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n")]
    public void Half_a_request_is_waited_for(string text) => Assert.Null(PlainRequest.Read(text));

    [Fact]
    public void Nothing_that_is_sent_writes_a_header_of_the_answer()
    {
        var pieces = Gen.Elements(
            "GET ",
            "HEAD ",
            "/",
            "a",
            " HTTP/1.1",
            "\r\n",
            "\r",
            "\n",
            "Host: ",
            "Location: x",
            ":",
            "[::1]",
            "é",
            "\0",
            "%0d%0a",
            "@",
            "?"
        );
        Prop.ForAll(
                pieces.ArrayOf().Select(parts => "GET /" + string.Concat(parts) + "\r\n\r\n").ToArbitrary(),
                text =>
                {
                    var answer = PlainRequest.Read(text)!.Answer();
                    var head = answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
                    return head.Length == (head[0].Contains("308", StringComparison.Ordinal) ? 6 : 5)
                        && head.Skip(1).All(line => line.Contains(": ", StringComparison.Ordinal))
                        && answer.All(char.IsAscii)
                        && !answer.Replace("\r\n", "", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
