using System.Text;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed class PlainHttpTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    [Fact]
    public async Task A_browser_that_was_given_no_https_is_sent_there_and_no_further()
    {
        using var plain = await FirstBytes.SendAsync(
            camera.Application,
            Encoding.ASCII.GetBytes("GET /snapshot HTTP/1.1\r\nHost: pi:5220\r\n\r\n")
        );
        var answer = Encoding.ASCII.GetString(await plain.ReadToEndAsync());
        Assert.StartsWith("HTTP/1.1 308 Permanent Redirect\r\nLocation: https://pi:5220/snapshot\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("This camera speaks HTTPS only: https://pi:5220/snapshot\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("\u0016\u0003")]
    public async Task What_is_neither_plain_nor_TLS_is_answered_with_no_word_of_HTTP(string bytes)
    {
        using var other = await FirstBytes.SendAsync(camera.Application, Encoding.Latin1.GetBytes(bytes));
        other.HangUp();
        Assert.DoesNotContain("HTTP", Encoding.Latin1.GetString(await other.ReadToEndAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_without_an_end_is_not_read_for_ever()
    {
        using var endless = await FirstBytes.SendAsync(camera.Application, Encoding.ASCII.GetBytes("GET /" + new string('a', 20_000)));
        Assert.Empty(await endless.ReadToEndAsync());
    }
}
