using System.Text.RegularExpressions;
using PiLittleEye.AcceptanceTests.Support;
using Xunit.Sdk;

namespace PiLittleEye.AcceptanceTests;

public sealed partial class PageTests(Chromium chromium, ClaimedAppliance camera) : IClassFixture<ClaimedAppliance>
{
    private const int HeaviestBytes = 120_000;

    [Fact]
    public Task All_it_loads_comes_from_the_camera_and_weighs_little() =>
        chromium.VisitAsync(
            camera,
            Look.Desktop,
            async page =>
            {
                var shell = new Dictionary<string, int>(StringComparer.Ordinal);
                var strangers = new List<string>();
                page.Request += (_, request) =>
                {
                    if (
                        !request.Url.StartsWith(camera.Appliance.Origin, StringComparison.Ordinal)
                        && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
                    )
                    {
                        strangers.Add(request.Url);
                    }
                };
                await page.ReloadAsync();
                await page.SeeLiveAsync();
                await page.OpenSettingsAsync("More");
                var loaded = await page.EvaluateAsync<string[]>(
                    "() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter(path => !path.startsWith('/api/'))"
                );
                foreach (
                    var path in loaded
                        .Concat(["/", "/manifest.webmanifest", "/icons/app.svg", "/service-worker.js"])
                        .Distinct(StringComparer.Ordinal)
                )
                {
                    using var answer = await camera.Appliance.Api.AnswerAsync(path);
                    shell[path] = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
                }

                Assert.Empty(strangers);
                Assert.Contains("/js/app.js", shell.Keys);
                Assert.InRange(shell.Values.Sum(), 1, HeaviestBytes);
            }
        );

    [Fact]
    public async Task Each_answer_carries_the_headers_that_keep_others_out()
    {
        foreach (var path in new[] { "/", "/js/app.js", "/api/v1/session", "/api/v1/photo.jpg", "/nothing-here" })
        {
            using var answer = await camera.Appliance.Api.AnswerAsync(path);
            var headers = answer.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
            var policy = headers["Content-Security-Policy"];
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Equal("no-referrer", headers["Referrer-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
            Assert.DoesNotContain("Server", headers.Keys);
        }
    }

    [Fact]
    public async Task There_is_no_script_nor_style_within_the_page()
    {
        using var answer = await camera.Appliance.Api.AnswerAsync("/");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Inline().Matches(html).Select(match => match.Value));
    }

    [Fact]
    public async Task A_script_that_somebody_smuggles_in_does_not_run_and_the_browser_complains()
    {
        var ran = true;
        var complaint = await Assert.ThrowsAnyAsync<XunitException>(() =>
            chromium.VisitAsync(
                camera,
                Look.Phone,
                async page =>
                {
                    await page.SeeLiveAsync();
                    ran = await page.EvaluateAsync<bool>(
                        """
                        () => {
                            document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
                            return "ran" in window;
                        }
                        """
                    );
                }
            )
        );
        Assert.False(ran);
        Assert.Contains("inline script", complaint.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=|javascript:""",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Inline();
}
