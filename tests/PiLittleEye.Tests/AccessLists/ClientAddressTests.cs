using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class ClientAddressTests
{
    private const string Machine = "this machine";
    private const string Nobody = "an address that nobody knows";

    // PLE-W15: behind nginx the lists saw nobody but the proxy.
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("203.0.113.9:4711", "203.0.113.9")]
    [InlineData("[2001:db8::9]:4711", "2001:db8::9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("fe80::1%2", "fe80::1")]
    // What the visitor says of itself stands to the left of what the proxy saw.
    [InlineData("127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("garbage, 203.0.113.9", "203.0.113.9")]
    [InlineData("203.0.113.9, 10.9.9.9", "203.0.113.9")]
    [InlineData("1.2.3.4, 203.0.113.9, 10.9.9.9", "203.0.113.9")]
    // PLE-W16: what is no address is nobody's, and never the proxy's own.
    [InlineData("garbage", "an address that nobody knows")]
    [InlineData("203.0.113.9, garbage", "an address that nobody knows")]
    [InlineData("garbage, 10.9.9.9", "an address that nobody knows")]
    [InlineData("", "an address that nobody knows")]
    [InlineData("fe80::1%a-zone-of-more-than-forty-characters-in-all", "fe80::1")]
    [InlineData(null, Machine)]
    public async Task Through_a_trusted_proxy_it_is_the_right_most_that_is_no_proxy(string? header, string seen)
    {
        await using var application = await StartAsync("--AccessLists:TrustedProxies:1=10.9.0.0/16");
        Assert.Equal(seen, await SeenAsync(application, header));
    }

    // FC-W2: a list in the header was an error 500, and a forged one the way in.
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "1.2.3.4, 5.6.7.8")]
    [InlineData("X-Forwarded-For", "x")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    // A proxy on this machine that nobody has named made every visitor of the internet somebody at this machine, who may always come.
    public async Task What_anybody_else_says_is_not_believed_and_this_machine_is_no_way_in_for_whoever_is_behind_it(
        string name,
        string value
    )
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        Assert.Equal(Nobody, await SeenAsync(application, value, name));
        await using var behind = await PiLittleEyeApplication.StartAsync("--AccessLists:TrustedProxies:0=192.168.1.2");
        Assert.Equal(Nobody, await SeenAsync(behind, value, name));
    }

    [Fact]
    public async Task Requests_through_a_proxy_that_nobody_has_named_are_one_alert_in_the_log_and_those_without_one_none()
    {
        var (application, _) = await ListedCamera.StartWithoutProxyAsync();
        await using var itsEnd = application;
        var log = application.Services.GetRequiredService<AuditStore>();
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/healthz", from: null));
        for (var visitor = 1; visitor < 4; visitor++)
        {
            Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/healthz", $"203.0.113.{visitor}"));
        }

        await Limit.Until(() => Alerts().Any(), "the alert is written");
        Assert.Equal("127.0.0.1", Assert.Single(Alerts()).Entry.From);

        IEnumerable<AuditRow> Alerts() => log.After(0, 1000).Where(row => row.Entry is { Kind: "proxy-not-named", IsAlert: true });
    }

    [Theory]
    [InlineData("X-Real-IP", "X-Real-IP", "203.0.113.9", "203.0.113.9")]
    [InlineData("Forwarded", "Forwarded", "for=1.2.3.4, for=203.0.113.9;proto=https", "203.0.113.9")]
    [InlineData("Forwarded", "Forwarded", "for=\"[2001:db8::9]:1\"", "2001:db8::9")]
    [InlineData("Forwarded", "Forwarded", "for=127.0.0.1;x=\", for=203.0.113.9", "an address that nobody knows")]
    [InlineData("Forwarded", "Forwarded", "proto=https", "an address that nobody knows")]
    // One header only: another is as the visitor forged it.
    [InlineData("X-Real-IP", "X-Forwarded-For", "203.0.113.9", Machine)]
    [InlineData("Forwarded", "X-Forwarded-For", "203.0.113.9", Machine)]
    [InlineData("X-Forwarded-For", "Forwarded", "for=203.0.113.9", Machine)]
    public async Task The_one_header_that_the_proxy_sets_is_read(string setting, string name, string value, string seen)
    {
        await using var application = await StartAsync($"--AccessLists:ProxyHeader={setting}");
        Assert.Equal(seen, await SeenAsync(application, value, name));
    }

    [Fact]
    public async Task Guesses_at_passwords_count_for_whoever_makes_them_and_not_for_the_proxy()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 20 && !statuses.Contains(HttpStatusCode.TooManyRequests); guess++)
        {
            statuses.Add(await GuessAsync(application, "203.0.113.9", $"nobody {guess}"));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.Unauthorized, await GuessAsync(application, "198.51.100.7", "another"));
    }

    private static Task<PiLittleEyeApplication> StartAsync(string setting) =>
        PiLittleEyeApplication.StartAsync("--AccessLists:TrustedProxies:0=127.0.0.1", setting);

    private static async Task<HttpStatusCode> GuessAsync(PiLittleEyeApplication application, string from, string name)
    {
        var body = new { name, password = "a wrong password" };
        using var answer = await application.Anonymous().AskAsync("/api/v1/session", from, method: HttpMethod.Post, body: body);
        return answer.StatusCode;
    }

    // Everybody but this machine is blocked, and told under which address.
    private static async Task<string> SeenAsync(PiLittleEyeApplication application, string? value, string name = ListedCamera.Header)
    {
        application.Decide(lists => lists with { Block = ListedCamera.On("0.0.0.0/0", "::/0") });
        using var answer = await application.Anonymous().AskAsync("/healthz", value, name);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            return Machine;
        }

        var detail = await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "address-refused");
        const string before = "takes nothing from ";
        var from = detail.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return detail[from..detail.IndexOf(". ", from, StringComparison.Ordinal)];
    }
}
